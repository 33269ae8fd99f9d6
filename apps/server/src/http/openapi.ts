import { z } from 'zod';
import { formatIds } from '@plenary/operations';
import {
  groupDetail,
  groupList,
  groupView,
  invitationCreated,
  invitationList,
  invitationPreview,
  invitationRequest,
  joinRequest,
  joined,
  lang,
  meView,
  mergeAnswer,
  mergeList,
  newGroupRequest,
  pictureView,
  planChange,
  planView,
  publicationRequest,
  publicationState,
  publicationView,
  sectionView,
  signOffRequest,
  summitList,
  summitView,
  writersView,
} from '@plenary/protocol';

interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly request?: z.ZodType;
  /** The request's body is a file of one of these kinds, as it is. */
  readonly file?: readonly string[];
  readonly status?: number;
  /** Absent: the answer is not JSON, and `media` says what it is. */
  readonly response?: z.ZodType;
  readonly media?: string;
  /** What may stand behind the question mark. */
  readonly query?: Readonly<Record<string, z.ZodType>>;
}

const SUMMIT = '/api/summits/{summit}';
const PUBLICATION = `${SUMMIT}/publication`;
const GROUP = `${SUMMIT}/groups/{group}`;

const problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
const alive = z.object({ ok: z.boolean() });

/** Every route but the pages; a test compares this list with what the application really serves. */
export const operations: readonly Operation[] = [
  { method: 'get', path: '/healthz', summary: 'Whether the process answers', response: alive },
  { method: 'get', path: '/readyz', summary: 'Whether the store answers, else 503', response: alive },
  { method: 'get', path: '/metrics', summary: 'Numbers for Prometheus', media: 'text/plain' },
  { method: 'get', path: '/api/openapi.json', summary: 'This description', response: z.object({}) },
  {
    method: 'get',
    path: '/api/join/{code}',
    summary: 'What an invitation leads to',
    response: invitationPreview,
  },
  { method: 'post', path: '/api/join', summary: 'Join with a name', request: joinRequest, response: joined },
  {
    method: 'get',
    path: '/api/me',
    summary: 'Who this browser is, in any summit or in one',
    query: { summit: z.string().optional() },
    response: meView,
  },
  { method: 'get', path: '/api/summits', summary: 'The summits of this server', response: summitList },
  { method: 'get', path: SUMMIT, summary: 'Programme and groups of a summit', response: summitView },
  { method: 'get', path: `${SUMMIT}/groups`, summary: 'Groups and their states', response: groupList },
  {
    method: 'post',
    path: `${SUMMIT}/groups`,
    summary: 'Add a group',
    request: newGroupRequest,
    status: 201,
    response: groupView,
  },
  { method: 'get', path: GROUP, summary: 'What a group’s page needs', response: groupDetail },
  {
    method: 'get',
    path: `${GROUP}/section`,
    summary: 'The exact version about to be signed',
    response: sectionView,
  },
  {
    method: 'get',
    path: `${GROUP}/writers`,
    summary: 'Who wrote with which client ids of a group document',
    response: writersView,
  },
  {
    method: 'post',
    path: `${GROUP}/sign-off`,
    summary: 'Sign a version',
    request: signOffRequest,
    response: groupView,
  },
  { method: 'post', path: `${GROUP}/reopen`, summary: 'Lift the sign-off', response: groupView },
  {
    method: 'post',
    path: `${GROUP}/pictures`,
    summary: 'Keep a picture for the group’s document',
    file: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'],
    status: 201,
    response: pictureView,
  },
  {
    method: 'get',
    path: `${SUMMIT}/pictures/{picture}`,
    summary: 'A picture, as JPEG or PNG',
    media: 'image/*',
  },
  { method: 'get', path: `${SUMMIT}/invitations`, summary: 'Invitations', response: invitationList },
  {
    method: 'post',
    path: `${SUMMIT}/invitations`,
    summary: 'Make an invitation',
    request: invitationRequest,
    status: 201,
    response: invitationCreated,
  },
  {
    method: 'delete',
    path: `${SUMMIT}/invitations/{invitation}`,
    summary: 'Revoke an invitation',
    status: 204,
  },
  {
    method: 'get',
    path: `${SUMMIT}/plan`,
    summary: 'How the report is put together',
    response: planView,
  },
  {
    method: 'put',
    path: `${SUMMIT}/plan`,
    summary: 'Put the report together differently',
    request: planChange,
    response: planView,
  },
  {
    method: 'get',
    path: `${SUMMIT}/plan/merges`,
    summary: 'Outcomes of several groups that nearly say the same',
    response: mergeList,
  },
  {
    method: 'put',
    path: `${SUMMIT}/plan/merges`,
    summary: 'Decide whether two outcomes are one',
    request: mergeAnswer,
    response: mergeList,
  },
  {
    method: 'get',
    path: `${SUMMIT}/report`,
    summary: 'The report as a file, after its audit',
    query: {
      format: z.enum(formatIds).default('json'),
      lang: lang.optional(),
      besides: z.enum(['zip']).optional(),
      pictures: z.enum(['linked']).optional(),
    },
    media: '*/*',
  },
  {
    method: 'get',
    path: PUBLICATION,
    summary: 'What is published of the report',
    response: publicationState,
  },
  {
    method: 'post',
    path: PUBLICATION,
    summary: 'Publish the report as it is now',
    request: publicationRequest,
    response: publicationView,
  },
  { method: 'delete', path: PUBLICATION, summary: 'Take the published report away', status: 204 },
  { method: 'get', path: '/r/{slug}', summary: 'A published report, for anybody', media: 'text/html' },
  {
    method: 'get',
    path: '/r/{slug}/{lang}',
    summary: 'A published report in one language',
    media: 'text/html',
  },
  {
    method: 'get',
    path: '/r/{slug}/{lang}/{file}',
    summary: 'A published report as a file to keep',
    media: '*/*',
  },
  {
    method: 'get',
    path: `${SUMMIT}/events`,
    summary: 'Hints that something changed',
    media: 'text/event-stream',
  },
];

/** The OpenAPI 3.1 description of the HTTP interface, made from the schemas that check it. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const entry = (paths[operation.path] ??= {});
    entry[operation.method] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Plenary', version: '1', license: { name: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: z.toJSONSchema(problem) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'plenary_<summit id>' },
        invitation: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { invitation: [] }],
  };
}

function describe({
  path,
  query = {},
  summary,
  request,
  file,
  status = 200,
  response,
  media,
}: Operation): object {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(query).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: z.toJSONSchema(schema, { io: 'input' }),
    })),
  ];
  const content =
    response === undefined ? (media === undefined ? undefined : { [media]: {} }) : json(response);
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request === undefined ? {} : { requestBody: { required: true, content: json(request) } }),
    ...(file === undefined ? {} : { requestBody: { required: true, content: files(file) } }),
    responses: {
      [status]: { description: summary, ...(content === undefined ? {} : { content }) },
      default: {
        description: 'What is wrong and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function files(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

function json(schema: z.ZodType): object {
  return { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input' }) } };
}
