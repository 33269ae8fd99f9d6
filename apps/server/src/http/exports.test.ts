import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;
let cookie: string;
let path: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.enter('organiser');
  path = `/api/summits/${server.summit.slug}/report/exports`;
});
afterAll(() => server.stop());

const begin = (format: string, as = cookie) =>
  ask(server.port, { method: 'POST', path, headers: { cookie: as }, body: { format, lang: 'fr' } });
const look = (id: string, as = cookie) =>
  ask(server.port, { path: `${path}/${id}`, headers: { cookie: as } });
const ended = (id: string) =>
  vi.waitUntil(async () => {
    const { json } = await look(id);
    return /done|failed/.test(String(Reflect.get(Object(json), 'stage'))) ? json : undefined;
  }, 30_000);
const idOf = (json: unknown): string => String(Reflect.get(Object(json), 'id'));

test('the formats are listed for whoever may take the report along', async () => {
  const formats = `/api/summits/${server.summit.slug}/report/formats`;
  const { json } = await ask(server.port, { path: formats, headers: { cookie } });
  expect(json).toMatchObject({ formats: expect.arrayContaining([expect.objectContaining({ id: 'html' })]) });
  const participant = await server.enter('participant');
  expect((await ask(server.port, { path: formats, headers: { cookie: participant } })).json).toMatchObject({
    code: 'forbidden',
  });
});

test('a file is made beside everything else, tells where it stands, and is then the one the report gives', async () => {
  const { status, json } = await begin('html');
  expect({ status, json }).toMatchObject({ status: 202, json: { format: 'html', stage: /waiting|writing/ } });
  const done = await ended(idOf(json));
  expect(done).toMatchObject({ stage: 'done', fileName: 'petit-sommet.html', size: expect.any(Number) });
  // The report's own remarks are not said again for every file.
  expect(done).toMatchObject({ remarks: [] });
  const file = await ask(server.port, { path: `${path}/${idOf(json)}/file`, headers: { cookie } });
  const direct = await ask(server.port, {
    path: `/api/summits/${server.summit.slug}/report?format=html&lang=fr`,
    headers: { cookie },
  });
  expect(file.status).toBe(200);
  expect(file.text).toBe(direct.text);
  expect(file.headers['content-disposition']).toContain('petit-sommet.html');
});

test('it belongs to who asked for it', async () => {
  const { json } = await begin('json');
  const other = await server.enter('organiser');
  for (const answer of [
    await look(idOf(json), other),
    await ask(server.port, { path: `${path}/${idOf(json)}/file`, headers: { cookie: other } }),
    await ask(server.port, { method: 'DELETE', path: `${path}/${idOf(json)}`, headers: { cookie: other } }),
  ]) {
    expect(answer.json).toMatchObject({ code: 'export-unknown', status: 404 });
  }
  expect(await ended(idOf(json))).toMatchObject({ stage: 'done' });
});

test('given up, it is gone, and the next one is made all the same', async () => {
  const { json } = await begin('md');
  const { status } = await ask(server.port, {
    method: 'DELETE',
    path: `${path}/${idOf(json)}`,
    headers: { cookie },
  });
  expect(status).toBe(204);
  expect((await look(idOf(json))).json).toMatchObject({ code: 'export-unknown' });
  const next = await begin('md');
  expect(await ended(idOf(next.json))).toMatchObject({ stage: 'done' });
});

test('what cannot be made is refused before anything is', async () => {
  expect((await begin('exe')).json).toMatchObject({ code: 'format-unknown' });
  const participant = await server.enter('participant');
  expect((await begin('html', participant)).json).toMatchObject({ code: 'forbidden' });
});
