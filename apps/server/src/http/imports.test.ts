import { readState, textOf } from '@plenary/document';
import { drawing } from '@plenary/pictures/samples';
import { importView, MOST_IMPORT_BYTES } from '@plenary/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type TestResponse } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { IMPORTS_A_MINUTE } from './imports.ts';

let server: TestServer;
let writer: string;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

interface Bringing {
  readonly name?: string | undefined;
  readonly cookie?: string;
  readonly group?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Brings a file, as somebody new unless it is said who: nobody brings ten a minute. */
async function bring(body: Uint8Array | string, options: Bringing = {}): Promise<TestResponse> {
  const { group = server.summit.first, headers = {} } = options;
  writer = options.cookie ?? (await server.enter('participant'));
  const name = 'name' in options ? options.name : 'notes.md';
  const query = name === undefined ? '' : `?name=${encodeURIComponent(name)}`;
  return ask(server.port, {
    method: 'POST',
    path: `/api/summits/${server.summit.id}/groups/${group}/import${query}`,
    headers: {
      'content-type': 'application/octet-stream',
      'accept-language': 'en',
      cookie: writer,
      ...headers,
    },
    body,
  });
}

async function textNow(): Promise<string> {
  return textOf(readState((await server.composition.context.rooms.read(server.summit.first)).state));
}

test('a file is added at the end, as edits of whoever brought it, and what could not be kept is listed', async () => {
  const data = Buffer.from(await drawing(40, 30)).toString('base64');
  const page = `<h2>Premiers constats</h2><p>Les mots d’un autre outil</p><p><u>souligné</u></p>
    <figure><img src="data:image/png;base64,${data}" alt="Le plan"></figure><script>let hidden = 1</script>`;
  const answer = await bring(page, { name: 'séance du matin.html' });
  expect(answer.status).toBe(201);
  const { blocks, remarks, seq } = importView.parse(answer.json);
  expect(blocks).toBe(4);
  expect(remarks.map(({ text }) => text)).toContain('Programs and style sheets left out: 1');
  const { context } = server.composition;
  const head = await context.documents.head(server.summit.first);
  expect(head?.seq).toBe(seq);
  expect(await textNow()).toMatch(/Premiers constats[^]*Les mots d’un autre outil/);
  const me = await ask(server.port, {
    path: `/api/me?summit=${server.summit.id}`,
    headers: { cookie: writer },
  });
  const { person } = me.json as { person: { id: string } };
  expect(await context.documents.authors(server.summit.first)).toContain(person.id);
});

test('what is said of it is in the language of whoever asks', async () => {
  const answer = await bring('<p>Oui</p><script>1</script>', {
    name: 'a.html',
    headers: { 'accept-language': 'fr' },
  });
  expect(importView.parse(answer.json).remarks[0]?.text).toMatch(/^Programmes .* omis\u00A0: 1$/);
});

test.each([
  ['notes.exe', 'hello', 422, 'file-unreadable', /ending/],
  ['notes.docx', 'no archive', 422, 'file-unreadable', /damaged/],
  ['', 'hello', 400, 'file-missing', /\?name=/],
  [undefined, 'hello', 400, 'file-missing', /\?name=/],
])(
  '%j with %j is refused with one sentence, and nothing is added',
  async (name, body, status, code, detail) => {
    const before = await textNow();
    const answer = await bring(body, { name });
    expect(answer).toMatchObject({ status, json: { code, detail: expect.stringMatching(detail) } });
    expect(await textNow()).toBe(before);
  },
);

test('a request in JSON is no file', async () => {
  const answer = await bring('{}', { headers: { 'content-type': 'application/json' } });
  expect(answer).toMatchObject({ status: 400, json: { code: 'file-missing' } });
});

test('more bytes than a file may have are not received', async () => {
  const answer = await bring(new Uint8Array(MOST_IMPORT_BYTES + 1));
  expect(answer).toMatchObject({ status: 413, json: { code: 'file-too-large' } });
});

test('another site cannot bring a file with somebody’s cookie', async () => {
  const answer = await bring('hello', { headers: { origin: 'https://elsewhere.example' } });
  expect(answer).toMatchObject({ status: 403, json: { code: 'origin-foreign' } });
});

test('a signed section takes no file', async () => {
  const rapporteur = await server.enter('rapporteur', server.summit.second);
  const path = `/api/summits/${server.summit.id}/groups/${server.summit.second}`;
  const headers = { cookie: rapporteur };
  const { json } = await ask(server.port, { path: `${path}/section`, headers });
  const { seq, hash } = json as { seq: number; hash: string };
  await ask(server.port, { method: 'POST', path: `${path}/sign-off`, headers, body: { seq, hash } });
  const answer = await bring('hello', { cookie: rapporteur, group: server.summit.second });
  expect(answer).toMatchObject({ status: 423, json: { code: 'section-signed' } });
});

test('one person brings so many a minute; whoever shares the address is not concerned', async () => {
  const [hasty, calm] = [await server.enter('participant'), await server.enter('participant')];
  const statuses: number[] = [];
  for (let sent = 0; sent <= IMPORTS_A_MINUTE; sent += 1)
    statuses.push((await bring('hello', { name: 'a.exe', cookie: hasty })).status);
  expect(new Set(statuses.slice(0, IMPORTS_A_MINUTE))).toEqual(new Set([422]));
  expect(statuses.at(-1)).toBe(429);
  expect(await bring('hello', { name: 'a.exe', cookie: calm })).toMatchObject({ status: 422 });
});
