import { get, type IncomingMessage } from 'node:http';
import { createManualClock, type ManualClock } from '@plenary/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { openWriter } from '../../fixtures/writer.ts';
import { CHANGE_MS, KEEP_ALIVE_MS, PRESENCE_MS } from './events.ts';

let server: TestServer;
let clock: ManualClock;
let organiser: string;

beforeEach(async () => {
  clock = createManualClock();
  server = await startTestServer({ clock });
  organiser = await server.enter('organiser');
});

afterEach(async () => {
  await server.stop();
});

describe('hints of a summit', () => {
  test('a group that changes is told once, a moment later', async () => {
    const stream = await listen({ cookie: organiser });
    const { writer } = await someoneWrites();
    clock.advance(CHANGE_MS);
    const event = await stream.next('event: group');
    expect(data(event)).toEqual({
      type: 'group',
      group: server.summit.first,
      seq: 4,
      epoch: 1,
      signed: false,
    });
    expect(stream.all().match(/event: group/g)).toHaveLength(1);
    writer.close();
    stream.close();
  });

  test('people who come and go are counted', async () => {
    const stream = await listen({ cookie: organiser });
    const { writer } = await someoneWrites();
    clock.advance(PRESENCE_MS);
    const group = server.summit.first;
    expect(data(await stream.next('event: presence'))).toEqual({ type: 'presence', group, present: 1 });
    writer.close();
    await gone(writer);
    clock.advance(PRESENCE_MS);
    expect(data(await stream.next('"present":0'))).toEqual({ type: 'presence', group, present: 0 });
    stream.close();
  });

  test('a new group is told, and only in its own summit', async () => {
    const other = await server.addSummit();
    const elsewhere = await server.enter('organiser', undefined, other.id);
    const here = await listen({ cookie: organiser });
    const there = await listen({ cookie: elsewhere }, other.id);
    const path = `/api/summits/${server.summit.id}/groups`;
    const body = { session: 'mesurer', title: 'Table 9' };
    expect(
      (await ask(server.port, { method: 'POST', path, body, headers: { cookie: organiser } })).status,
    ).toBe(201);
    expect(data(await here.next('event: programme'))).toEqual({ type: 'programme' });
    clock.advance(KEEP_ALIVE_MS);
    await there.next(': still here');
    expect(there.all()).not.toContain('event:');
    here.close();
    there.close();
  });

  test('the stream is neither kept by caches nor held back by compression', async () => {
    const stream = await listen({ cookie: organiser, 'accept-encoding': 'gzip' });
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
    });
    expect(stream.response.headers['content-encoding']).toBeUndefined();
    clock.advance(KEEP_ALIVE_MS);
    await stream.next(': still here');
    stream.close();
  });

  test('a program hears nothing more once its invitation is revoked', async () => {
    const { id, token } = await server.invite('reader');
    const program = await listen({ authorization: `Bearer ${token}` });
    const person = await listen({ cookie: organiser });
    const path = `/api/summits/${server.summit.id}/invitations/${id}`;
    await ask(server.port, { method: 'DELETE', path, headers: { cookie: organiser } });
    await program.ended;
    expect(program.response.complete).toBe(true);
    clock.advance(KEEP_ALIVE_MS);
    await person.next(': still here');
    person.close();
  });

  test('streams end when the server leaves', async () => {
    const stream = await listen({ cookie: organiser });
    const stopped = server.stop();
    await stream.ended;
    await stopped;
    expect(stream.response.complete).toBe(true);
  });
});

interface Stream {
  readonly response: IncomingMessage;
  all(): string;
  /** Resolves with the first frame that holds this text. */
  next(text: string): Promise<string>;
  readonly ended: Promise<void>;
  close(): void;
}

async function listen(headers: Record<string, string>, summit = server.summit.id): Promise<Stream> {
  const path = `/api/summits/${summit}/events`;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port: server.port, path, headers, agent: false }, resolve).on('error', reject);
  });
  let seen = '';
  const waiting = new Set<() => void>();
  response.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((resolve) => {
    response.on('close', resolve);
  });
  response.on('error', () => undefined);
  const stream: Stream = {
    response,
    ended,
    all: () => seen,
    next: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          const frame = seen.split('\n\n').find((one) => one.includes(text));
          if (frame === undefined || !seen.includes(`${frame}\n\n`)) return;
          waiting.delete(look);
          resolve(frame);
        };
        waiting.add(look);
        look();
      }),
    close: () => response.destroy(),
  };
  await stream.next('retry: 2000');
  return stream;
}

function data(frame: string): unknown {
  return JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? 'null');
}

async function someoneWrites() {
  const cookie = await server.enter('participant', server.summit.first);
  const writer = openWriter({ ...server, group: server.summit.first, headers: { cookie }, plenary: true });
  await writer.synced;
  for (const text of ['un', 'deux', 'trois']) await writer.acknowledgement(writer.write(text));
  return { writer };
}

/** Resolves when the server knows that a connection is gone. */
async function gone(writer: ReturnType<typeof openWriter>): Promise<void> {
  await writer.closed;
  const { rooms } = server.composition.context;
  while (rooms.present(server.summit.first).length > 0) await ask(server.port, { path: '/healthz' });
}
