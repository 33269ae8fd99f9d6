import { request, type ClientRequest } from 'node:http';
import { SCHEMA_VERSION } from '@plenary/document';
import { CLOSE } from '@plenary/protocol';
import { createManualClock, type ManualClock } from '@plenary/testing';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { openWriter, sync } from '../../fixtures/writer.ts';
import { SILENT_MS } from './fallback-routes.ts';
import { framesIn } from './frames.ts';

let server: TestServer;
let clock: ManualClock;
let cookie: string;

beforeAll(async () => {
  clock = createManualClock();
  server = await startTestServer({ clock });
  cookie = await server.enter('participant', server.summit.first);
});
afterAll(async () => server.stop());

interface Heard {
  readonly event: string;
  readonly data: string;
}

/** A stream of events over a connection of its own. */
function listen(
  query = `?schema=${SCHEMA_VERSION}`,
  headers: Record<string, string> = { cookie },
  group?: string,
) {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  let ended = false;
  const path = `/sync/${group ?? server.summit.first}/events${query}`;
  const sent: ClientRequest = request(
    { host: '127.0.0.1', port: server.port, path, agent: false, headers },
    (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
          heard.push({ event, data });
          text = text.slice(end + 2);
        }
        wake();
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        ended = true;
        wake();
      });
    },
  );
  sent.on('error', () => undefined);
  sent.end();
  onTestFinished(() => void sent.destroy());
  const until = async (isSo: () => boolean) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => isSo() && resolve();
    waiting.add(look);
    look();
    await promise;
    waiting.delete(look);
  };
  const of = (event: string) => heard.filter((one) => one.event === event).map(({ data }) => data);
  return {
    frames: () => of('frame').map((data) => Buffer.from(data, 'base64')),
    until,
    ended: async () => until(() => ended),
    async connection() {
      await until(() => of('open').length > 0);
      return (JSON.parse(of('open')[0] ?? '') as { connection: string }).connection;
    },
    async closed() {
      await until(() => of('close').length > 0);
      return (JSON.parse(of('close')[0] ?? '') as { code: number }).code;
    },
  };
}

const body = (...frames: readonly Uint8Array[]) =>
  encoding.encode((encoder) => {
    for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  });
const marker = (number: number) => Uint8Array.of(102, number);
const post = async (
  connection: string,
  number: number,
  bytes: Uint8Array,
  headers: Record<string, string> = { cookie },
) =>
  (
    await ask(server.port, {
      method: 'POST',
      path: `/sync/${server.summit.first}/updates?connection=${connection}&number=${number}`,
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: bytes,
    })
  ).status;
/** An edit that appends a paragraph to what the stream has brought. */
function edit(words: string) {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return { update: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc), doc };
}
/** Answers the server's SyncStep1 with an edit, and asks for the echo. */
const handOver = (words: string) => {
  const { update } = edit(words);
  return body(sync(1, update), marker(1));
};
const words = async () => {
  const reader = openWriter({ port: server.port, group: server.summit.first, headers: { cookie } });
  await reader.synced;
  reader.close();
  return reader.text();
};

describe('the protocol over HTTP', () => {
  test('takes edits, acknowledges them once they are on disk, and brings those of others', async () => {
    const there = listen();
    const connection = await there.connection();
    expect(await post(connection, 1, handOver('over http'))).toBe(204);
    await there.until(() => there.frames().some((frame) => frame.equals(marker(1))));
    expect(await words()).toContain('over http');
    const other = openWriter({ port: server.port, group: server.summit.first, headers: { cookie } });
    onTestFinished(() => other.close());
    await other.synced;
    other.write('over a socket');
    await there.until(() => there.frames().some((frame) => frame.includes('over a socket')));
  });

  test('takes a post that comes again once', async () => {
    const there = listen();
    const connection = await there.connection();
    const bytes = handOver('said twice');
    expect([await post(connection, 1, bytes), await post(connection, 1, bytes)]).toEqual([204, 204]);
    expect(await post(connection, 2, body(marker(2)))).toBe(204);
    await there.until(() => there.frames().some((frame) => frame.equals(marker(2))));
    expect(there.frames().filter((frame) => frame.equals(marker(1)))).toHaveLength(1);
  });

  test('ends a connection whose posts skip a number', async () => {
    const there = listen();
    expect(await post(await there.connection(), 2, body(marker(1)))).toBe(404);
    await there.ended();
  });

  test('belongs to the person who opened it: a stolen name and another origin find nothing', async () => {
    const there = listen();
    const connection = await there.connection();
    const stranger = await server.enter('participant', server.summit.first);
    expect(await post(connection, 1, handOver('not mine'), { cookie: stranger })).toBe(404);
    expect(await post(connection, 1, handOver('not mine'), {})).toBe(404);
    expect(await post(connection, 1, handOver('not mine'), { cookie, origin: 'https://evil.example' })).toBe(
      403,
    );
    expect(await post('guess', 1, handOver('not mine'))).toBe(404);
    expect(await words()).not.toContain('not mine');
    expect(await post(connection, 1, body(marker(1)))).toBe(204);
  });

  test.each([
    ['without a session', {}, undefined, CLOSE.noSession],
    ['for a group there is none of', undefined, 'none', CLOSE.gone],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, undefined, CLOSE.noAccess],
  ])('tells the close code %s', async (_when, headers, group, code) => {
    expect(await listen(undefined, headers ?? { cookie }, group).closed()).toBe(code);
  });

  test('tells the close code of another schema, before anything of the document', async () => {
    const there = listen('?schema=1');
    expect(await there.closed()).toBe(CLOSE.schemaTooOld);
    expect(there.frames().every((frame) => frame[0] === 103)).toBe(true);
  });

  test('closes with 4400 on bytes that are no frames, and takes nothing after it', async () => {
    const there = listen();
    const connection = await there.connection();
    await post(connection, 1, Uint8Array.of(200));
    expect(await there.closed()).toBe(CLOSE.malformed);
    await there.ended();
    expect(await post(connection, 2, handOver('too late'))).toBe(404);
  });

  test('ends a connection that is silent for two pings', async () => {
    const there = listen();
    const connection = await there.connection();
    clock.advance(SILENT_MS - 1);
    expect(await post(connection, 1, body())).toBe(204);
    clock.advance(SILENT_MS - 1);
    expect(await post(connection, 2, body())).toBe(204);
    clock.advance(SILENT_MS);
    await there.ended();
  });
});

describe('frames of a body', () => {
  test('are what was written, whatever their length', () => {
    const frames = [
      new Uint8Array(),
      Uint8Array.of(7),
      new Uint8Array(300).fill(1),
      new Uint8Array(70_000).fill(2),
    ];
    expect(framesIn(body(...frames))?.map((frame) => [...frame])).toEqual(frames.map((frame) => [...frame]));
  });

  test.each([
    ['a length that ends early', Uint8Array.of(128)],
    ['fewer bytes than said', Uint8Array.of(2, 1)],
    ['a length beyond all bounds', Uint8Array.of(255, 255, 255, 255, 255, 1)],
  ])('are none in %s', (_what, bytes) => expect(framesIn(bytes)).toBeUndefined());
});
