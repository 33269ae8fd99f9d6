import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer, type TestSummit } from '../../fixtures/server.ts';

/**
 * Who may do what, one row a route. Requests that would change something are sent in a form that an allowed
 * asker is told why it cannot be done (404, 409): the answer shows that access was granted, and nothing changes. What is
 * published in one row is taken away in the next but one.
 */
const ASKERS = [
  'organiser',
  'rapporteur',
  'rapporteur of another group',
  'participant',
  'reader',
  'program',
  'revoked program',
  'someone of another summit',
  'nobody',
] as const;
type Asker = (typeof ASKERS)[number];

const ZEROS = '0'.repeat(64);
const VERSION = { seq: 999, hash: ZEROS };
const NO_GROUP = { role: 'reader', group: 'gnowhere' };
const NO_SESSION = { session: 'nowhere', title: 'Table 9' };

//                                                      org  rap  oth  par  rea  prg  rev  str  nob
const TABLE = `
GET    /healthz                                         200  200  200  200  200  200  200  200  200
GET    /readyz                                          200  200  200  200  200  200  200  200  200
GET    /metrics                                         200  200  200  200  200  200  200  200  200
GET    /api/openapi.json                                200  200  200  200  200  200  200  200  200
GET    /api/report.schema.json                          200  200  200  200  200  200  200  200  200
GET    /api/summits                                     200  200  200  200  200  200  200  200  200
GET    /api/me                                          200  200  200  200  200  200  200  200  200
GET    /api/join/ABCDEFGH                               404  404  404  404  404  404  404  404  404
POST   /api/join                             join       404  404  404  404  404  404  404  404  404
GET    /api/summits/:s                                  200  200  200  200  200  200  401  401  401
GET    /api/summits/:s/groups                           200  200  200  200  200  200  401  401  401
POST   /api/summits/:s/groups                group      404  403  403  403  403  403  401  401  401
GET    /api/summits/:s/groups/:g                        200  200  200  200  200  200  401  401  401
GET    /api/summits/:s/groups/:g/section                200  200  200  200  200  200  401  401  401
POST   /api/summits/:s/groups/:g/sign-off    version    409  409  403  403  403  403  401  401  401
POST   /api/summits/:s/groups/:g/reopen                 409  403  403  403  403  403  401  401  401
POST   /api/summits/:s/groups/:g/pictures    picture    415  415  403  415  403  415  401  401  401
POST   /api/summits/:s/groups/:g/import      file       400  400  403  400  403  400  401  401  401
GET    /api/summits/:s/pictures/00                      404  404  404  404  404  404  401  401  401
GET    /api/summits/:s/invitations                      200  403  403  403  403  403  401  401  401
POST   /api/summits/:s/invitations           invitation 404  403  403  403  403  403  401  401  401
DELETE /api/summits/:s/invitations/inowhere             404  403  403  403  403  403  401  401  401
GET    /api/summits/:s/report                           200  200  200  403  403  403  401  401  401
GET    /api/summits/:s/publication                      200  200  200  200  200  200  401  401  401
POST   /api/summits/:s/publication           languages  200  403  403  403  403  403  401  401  401
DELETE /api/summits/:s/publication                      204  403  403  403  403  403  401  401  401
GET    /r/nowhere                                       404  404  404  404  404  404  404  404  404
GET    /r/nowhere/fr                                    404  404  404  404  404  404  404  404  404
GET    /r/nowhere/fr/nowhere.json                       404  404  404  404  404  404  404  404  404
GET    /api/summits/:s/events                           200  200  200  200  200  200  401  401  401
`;

const BODIES: Readonly<Record<string, unknown>> = {
  join: { code: 'ABCDEFGH', name: 'Ada' },
  group: NO_SESSION,
  version: VERSION,
  invitation: NO_GROUP,
  picture: {},
  file: {},
  languages: { langs: ['fr'], findable: false },
};

interface Row {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly expected: readonly number[];
}

const rows = TABLE.trim()
  .split('\n')
  .map((line): Row => {
    const [method = '', path = '', ...rest] = line.trim().split(/\s+/);
    const body = BODIES[rest[0] ?? ''];
    const expected = (body === undefined ? rest : rest.slice(1)).map(Number);
    return { method, path, expected, ...(body === undefined ? {} : { body }) };
  });

let server: TestServer;
let other: TestSummit;
const headers = new Map<Asker, Record<string, string>>();

beforeAll(async () => {
  server = await startTestServer();
  const { summit } = server;
  other = await server.addSummit();
  const program = await server.invite('participant', summit.first);
  const revoked = await server.invite('organiser');
  const organiser = await server.enter('organiser');
  headers.set('organiser', { cookie: organiser });
  headers.set('rapporteur', { cookie: await server.enter('rapporteur', summit.first) });
  headers.set('rapporteur of another group', { cookie: await server.enter('rapporteur', summit.second) });
  headers.set('participant', { cookie: await server.enter('participant', summit.first) });
  headers.set('reader', { cookie: await server.enter('reader') });
  headers.set('program', { authorization: `Bearer ${program.token}` });
  headers.set('revoked program', { authorization: `Bearer ${revoked.token}` });
  headers.set('someone of another summit', { cookie: await server.enter('organiser', undefined, other.id) });
  headers.set('nobody', {});
  // It worked before: what is refused below is refused because of the revocation.
  const path = `/api/summits/${summit.id}/invitations`;
  const before = await ask(server.port, { path, headers: headers.get('revoked program')! });
  expect(before.status).toBe(200);
  const ended = await ask(server.port, {
    method: 'DELETE',
    path: `${path}/${revoked.id}`,
    headers: { cookie: organiser },
  });
  expect(ended.status).toBe(204);
});

afterAll(async () => {
  await server.stop();
});

describe.each(rows)('$method $path', ({ method, path, body, expected }) => {
  test('has an expectation for everybody', () => {
    expect(expected).toHaveLength(ASKERS.length);
  });

  test.each(ASKERS.map((asker, index) => ({ asker, status: expected[index] })))(
    '$asker: $status',
    async ({ asker, status }) => {
      const { summit } = server;
      const answer = await ask(server.port, {
        method,
        path: path.replace(':s', summit.id).replace(':g', summit.first),
        headers: headers.get(asker)!,
        body,
        onlyHead: path.endsWith('/events'),
      });
      expect(answer.status).toBe(status);
      if (answer.status >= 400 && !path.endsWith('/events')) {
        expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(answer.json).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
      }
    },
  );
});

describe('what does not exist', () => {
  test.each([
    ['/api/summits/nowhere', 'summit-unknown'],
    ['/api/summits/nowhere/groups', 'summit-unknown'],
    ['/api/summits/:s/groups/gnowhere', 'group-unknown'],
    ['/api/summits/:s/groups/gnowhere/section', 'group-unknown'],
    ['/api/summits/:s/report?format=papyrus', 'format-unknown'],
    ['/api/nowhere', 'page-unknown'],
    ['/api/summits/%E0', 'page-unknown'],
    ['/api/summits/:s/groups/%E0%A4', 'page-unknown'],
  ])('%s is answered with %s', async (path, code) => {
    const answer = await ask(server.port, {
      path: path.replace(':s', server.summit.id),
      headers: headers.get('organiser')!,
    });
    expect(answer.json).toMatchObject({ code });
  });

  test('a group of another summit is not in this one, even for whoever organises both', async () => {
    const cookie = [
      headers.get('organiser')!['cookie'],
      await server.enter('organiser', undefined, other.id),
    ];
    const answer = await ask(server.port, {
      path: `/api/summits/${server.summit.id}/groups/${other.first}`,
      headers: { cookie: cookie.join('; ') },
    });
    expect(answer.json).toMatchObject({ code: 'group-unknown' });
  });

  test('a method that a route does not know is nothing, too', async () => {
    const answer = await ask(server.port, { method: 'PUT', path: `/api/summits/${server.summit.id}` });
    expect(answer.json).toMatchObject({ code: 'page-unknown', status: 404 });
  });
});
