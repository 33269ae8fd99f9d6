import { contentHash, readState } from '@plenary/document';
import { drawing, photograph } from '@plenary/pictures/samples';
import { MOST_PICTURE_BYTES } from '@plenary/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type TestResponse } from '../../fixtures/request.ts';
import { startTestServer, type TestServer, type TestSummit } from '../../fixtures/server.ts';
import { PICTURES_A_MINUTE } from './pictures.ts';

let server: TestServer;
let writer: string;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.enter('participant');
});

afterAll(async () => {
  await server.stop();
});

async function bring(
  body: Uint8Array | string,
  { cookie = writer, group = server.summit.first, ...headers }: Readonly<Record<string, string>> = {},
): Promise<TestResponse> {
  const path = `/api/summits/${server.summit.id}/groups/${group}/pictures`;
  return ask(server.port, {
    method: 'POST',
    path,
    headers: { 'content-type': 'image/jpeg', 'accept-language': 'en', cookie, ...headers },
    body,
  });
}

async function see(id: string, cookie: string, summit: TestSummit = server.summit): Promise<TestResponse> {
  return ask(server.port, { path: `/api/summits/${summit.id}/pictures/${id}`, headers: { cookie } });
}

function idOf({ json }: TestResponse): string {
  return (json as { id: string }).id;
}

test('a photograph of one writer is seen by the others, upright and without its place', async () => {
  const sent = await photograph(600, 400);
  expect(Buffer.from(sent).includes('Telefon')).toBe(true);
  const brought = await bring(sent);
  expect(brought).toMatchObject({ status: 201, json: { width: 400, height: 600 } });
  const seen = await see(idOf(brought), await server.enter('reader'));
  expect(seen.status).toBe(200);
  expect(seen.headers['content-type']).toBe('image/jpeg');
  expect(seen.bytes.subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
  expect(seen.bytes.toString('latin1')).not.toMatch(/Exif|Telefon/);
});

test('it is shown as a picture and nothing else, and kept by the browser for good', async () => {
  const id = idOf(await bring(await drawing(40, 30), { 'content-type': 'text/html' }));
  const { headers } = await see(id, writer);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    etag: `"${id}"`,
  });
  expect(headers).not.toHaveProperty('content-encoding');
  const again = await ask(server.port, {
    path: `/api/summits/${server.summit.id}/pictures/${id}`,
    headers: { cookie: writer, 'if-none-match': `"${id}"` },
  });
  expect(again).toMatchObject({ status: 304, text: '' });
});

test('the document is not touched: whoever brought the picture puts it into the text', async () => {
  const before = contentHash(
    readState((await server.composition.context.rooms.read(server.summit.first)).state),
  );
  await bring(await drawing(44, 30));
  const { state } = await server.composition.context.rooms.read(server.summit.first);
  expect(contentHash(readState(state))).toBe(before);
});

test('another summit does not have it', async () => {
  const id = idOf(await bring(await drawing(41, 30)));
  const other = await server.addSummit();
  const stranger = await server.enter('organiser', undefined, other.id);
  expect(await see(id, stranger)).toMatchObject({ status: 401 });
  expect(await see(id, stranger, other)).toMatchObject({ status: 404, json: { code: 'picture-unknown' } });
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 415, 'picture-kind', /JPEG or PNG/],
  ['<!doctype html><script>alert(1)</script>', 415, 'picture-kind', /JPEG or PNG/],
  ['', 415, 'picture-kind', /JPEG or PNG/],
  ['GIF89a and then something else', 422, 'picture-damaged', /save it again/],
  ['\u00FF', 415, 'picture-kind', /./],
])('%j is refused with one sentence that says what to do', async (body, status, code, detail) => {
  const answer = await bring(body);
  expect(answer).toMatchObject({ status, json: { code, detail: expect.stringMatching(detail) } });
});

test('more bytes than a photograph has are not even received', async () => {
  const answer = await bring(new Uint8Array(MOST_PICTURE_BYTES + 1));
  expect(answer).toMatchObject({ status: 413, json: { code: 'picture-too-large' } });
});

test('a body that is packed is not unpacked', async () => {
  const answer = await bring(await drawing(), { 'content-encoding': 'gzip' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

test('a signed section takes no more pictures', async () => {
  const rapporteur = await server.enter('rapporteur', server.summit.second);
  const path = `/api/summits/${server.summit.id}/groups/${server.summit.second}`;
  const { json } = await ask(server.port, { path: `${path}/section`, headers: { cookie: rapporteur } });
  const { seq, hash } = json as { seq: number; hash: string };
  const headers = { cookie: rapporteur };
  await ask(server.port, { method: 'POST', path: `${path}/sign-off`, headers, body: { seq, hash } });
  const answer = await bring(await drawing(), { cookie: rapporteur, group: server.summit.second });
  expect(answer).toMatchObject({ status: 423, json: { code: 'section-signed' } });
});

test('one person sends so many a minute; whoever shares the address is not concerned', async () => {
  const [hasty, calm] = [await server.enter('participant'), await server.enter('participant')];
  const statuses: number[] = [];
  for (let sent = 0; sent <= PICTURES_A_MINUTE; sent += 1)
    statuses.push((await bring('no picture', { cookie: hasty })).status);
  expect(new Set(statuses.slice(0, PICTURES_A_MINUTE))).toEqual(new Set([415]));
  expect(statuses.at(-1)).toBe(429);
  expect(await bring('no picture', { cookie: calm })).toMatchObject({ status: 415 });
});
