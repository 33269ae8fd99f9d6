import { z } from 'zod';
import {
  groupDetail,
  groupList,
  groupView,
  importView,
  invitationCreated,
  invitationList,
  invitationPreview,
  invitationRequest,
  joinRequest,
  joined,
  meView,
  newGroupRequest,
  pictureView,
  sectionView,
  signOffRequest,
  summitList,
  summitView,
  writersView,
} from '@plenary/protocol';
import type { Operation } from './operation.ts';
import { reportOperations } from './report-operations.ts';

const SUMMIT = '/api/summits/{summit}';
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
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process answers',
    query: { nonce: z.string().optional() },
    response: alive.extend({ nonce: z.string().optional() }),
  },
  { method: 'get', path: '/readyz', summary: 'Whether the store answers, else 503', response: alive },
  { method: 'get', path: '/metrics', summary: 'Numbers for Prometheus', media: 'text/plain' },
  {
    method: 'get',
    path: '/api/report.schema.json',
    summary: 'The JSON Schema of the report as JSON',
    media: 'application/schema+json',
  },
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
    method: 'post',
    path: `${GROUP}/import`,
    summary: 'Add a file’s content at the end of the group’s document',
    query: { name: z.string() },
    file: ['application/octet-stream'],
    status: 201,
    response: importView,
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
  ...reportOperations,
  {
    method: 'get',
    path: `${SUMMIT}/events`,
    summary: 'Hints that something changed',
    media: 'text/event-stream',
  },
  {
    method: 'get',
    path: '/sync/{group}/events',
    summary: 'The sync protocol where no WebSocket passes: what comes down',
    media: 'text/event-stream',
  },
  {
    method: 'post',
    path: '/sync/{group}/updates',
    summary: 'The sync protocol where no WebSocket passes: what goes up',
    file: ['application/octet-stream'],
    status: 204,
    query: { connection: z.string(), number: z.string() },
    media: '*/*',
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
