import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@plenary/testing/processes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProcess, type ProcessOptions, type ServerProcess } from '../fixtures/process.ts';
import { ask } from '../fixtures/request.ts';
import { openWriter } from '../fixtures/writer.ts';

/** A process starts, loads the sample and leaves in a few seconds even on a busy machine. */
const PATIENCE = 60_000;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'plenary-main-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function start(options: ProcessOptions): Promise<ServerProcess> {
  const server = await startProcess(options);
  onTestFinished(() => {
    server.child.kill('SIGKILL');
  });
  return server;
}

/** What a start that fails says, all of it. */
async function failedStart(options: ProcessOptions): Promise<{ code: number | string; said: string }> {
  const server = await start(options);
  const code = await server.exited;
  return { code, said: server.err() + server.out() };
}

describe('a start that cannot be', () => {
  test('a bad setting: a sentence each, and nothing is made', { timeout: PATIENCE }, async () => {
    const dataDir = join(folder(), 'data');
    const { code, said } = await failedStart({
      dataDir,
      environment: { PUBLIC_URL: 'https://example.org/plenary', LOG_LEVEL: 'loud' },
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^PUBLIC_URL must end after .*\nLOG_LEVEL must be one of .*\n$/);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a port in use', { timeout: PATIENCE }, async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => {
      other.close();
    });
    const dataDir = folder();
    const { code, said } = await failedStart({ dataDir, port });
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is in use by another program. Stop it, or choose another with PORT, for example PORT=3001.\n`,
    );
    expect(existsSync(join(dataDir, 'control.json'))).toBe(false);
  });

  test('a host that is not this machine', { timeout: PATIENCE }, async () => {
    const { said } = await failedStart({ dataDir: folder(), environment: { HOST: '192.0.2.1' } });
    expect(said).toBe('HOST=192.0.2.1 is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.\n');
  });

  test(
    'a data folder that another server uses, which goes on undisturbed',
    { timeout: PATIENCE },
    async () => {
      const dataDir = folder();
      const first = await start({ dataDir });
      await first.ready;
      const key = readFileSync(join(dataDir, 'control.json'), 'utf8');
      const { code, said } = await failedStart({ dataDir });
      expect(code).toBe(1);
      expect(said).toBe(
        `The data folder ${dataDir} is used by another Plenary. Stop that one, or set DATA_DIR to another folder.\n`,
      );
      expect(readFileSync(join(dataDir, 'control.json'), 'utf8')).toBe(key);
      expect((await ask(first.port, { path: '/readyz' })).status).toBe(200);
    },
  );

  test('a data folder that is a file', { timeout: PATIENCE }, async () => {
    const file = join(folder(), 'data');
    writeFileSync(file, 'precious');
    for (const dataDir of [file, join(file, 'below')]) {
      const { code, said } = await failedStart({ dataDir });
      expect(code).toBe(1);
      expect(said).toBe(`DATA_DIR=${dataDir} is a file, or lies below one. Name a folder with DATA_DIR.\n`);
    }
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('a data folder that may not be written', { timeout: PATIENCE }, async () => {
    const parent = folder();
    const dataDir = join(parent, 'data');
    mkdirSync(dataDir);
    chmodSync(parent, 0o755);
    chmodSync(dataDir, 0o555);
    // Root may write anywhere; then the server runs as nobody.
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    for (const where of [dataDir, join(dataDir, 'below')]) {
      const { code, said } = await failedStart({ dataDir: where, ...uid });
      expect(code).toBe(1);
      expect(said).toBe(
        `The folder DATA_DIR=${where} may not be written by this account. Change its owner, or name another with DATA_DIR.\n`,
      );
    }
  });

  test('a database that is none', { timeout: PATIENCE }, async () => {
    const dataDir = folder();
    writeFileSync(
      join(dataDir, 'plenary.sqlite'),
      'this is no database, and long enough to be seen as none'.repeat(99),
    );
    const { code, said } = await failedStart({ dataDir });
    expect(code).toBe(1);
    expect(said).toBe(
      `The database in DATA_DIR=${dataDir} is damaged, or not one of Plenary. Restore a backup into a new folder.\n`,
    );
  });
});

describe('an address of IPv6', () => {
  test('is listened on, and its link can be followed', { timeout: PATIENCE }, async (context) => {
    const probe = createServer();
    const has = await new Promise<boolean>((done) => {
      probe.once('error', () => done(false)).listen(0, '::1', () => done(true));
    });
    probe.close();
    if (!has) return context.skip('this machine has no IPv6');
    const server = await start({ dataDir: folder(), environment: { HOST: '[::1]' } });
    expect(await server.ready).toContain(`http://[::1]:${server.port}/join/`);
    expect((await ask(server.port, { path: '/readyz', host: '::1' })).status).toBe(200);
  });
});

describe('starting again', () => {
  test('is quick and prints the same organiser’s link', { timeout: PATIENCE }, async () => {
    const dataDir = folder();
    const port = await freePort();
    const first = await start({ dataDir, port });
    const link = await first.ready;
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(existsSync(join(dataDir, 'control.json'))).toBe(false);
    const began = performance.now();
    const second = await start({ dataDir, port });
    expect(await second.ready).toBe(link);
    // A few seconds is what people are promised; a machine under test is slower than theirs.
    expect(performance.now() - began).toBeLessThan(15_000);
    const { json } = await ask(port, { path: '/api/summits' });
    expect(json).toMatchObject({ summits: [{ slug: expect.any(String) }] });
  });

  test(
    'after kill -9 finds every acknowledged edit; the stale key harms nobody',
    { timeout: PATIENCE },
    async () => {
      const dataDir = folder();
      const first = await start({ dataDir });
      const { cookie, group } = await comeIn(first);
      const writer = openWriter({ port: first.port, group, headers: { cookie }, plenary: true });
      await writer.synced;
      await burst(writer, 'tué', 50);
      first.child.kill('SIGKILL');
      await first.exited;
      const stale = readFileSync(join(dataDir, 'control.json'), 'utf8');
      const second = await start({ dataDir });
      await second.ready;
      expect(readFileSync(join(dataDir, 'control.json'), 'utf8')).not.toBe(stale);
      const { text } = await read(second, cookie, group);
      for (let word = 1; word <= writer.acknowledged; word += 1) expect(text).toContain(`tué ${word}.`);
      expect(writer.acknowledged).toBeGreaterThan(0);
    },
  );
});

describe('leaving', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s, in a burst of edits, keeps everything it received',
    { timeout: PATIENCE },
    async (signal) => {
      const dataDir = folder();
      const first = await start({ dataDir });
      const { cookie, group } = await comeIn(first);
      const writer = openWriter({ port: first.port, group, headers: { cookie }, plenary: true });
      await writer.synced;
      for (let word = 1; word <= 150; word += 1) writer.write(`reçu ${word}.`);
      // From here on all of it is in the server's hands, acknowledged or not.
      await writer.received();
      first.child.kill(signal);
      expect(await writer.closed).toBe(1012);
      expect(await first.exited).toBe(0);
      expect(first.out()).toContain('Saving what was received and leaving …');
      expect(first.err()).toBe('');
      const second = await start({ dataDir });
      await second.ready;
      const { text } = await read(second, cookie, group);
      for (let word = 1; word <= 150; word += 1) expect(text).toContain(`reçu ${word}.`);
    },
  );

  test('a second signal does not wait for the first', { timeout: PATIENCE }, async () => {
    const server = await start({ dataDir: folder() });
    await server.ready;
    // A request whose end never comes keeps the server from leaving for as long as it is polite.
    const slow = connect(server.port, '127.0.0.1');
    slow.on('error', () => undefined);
    slow.write(
      'POST /api/join HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await ask(server.port, { path: '/healthz' });
    server.child.kill('SIGTERM');
    await says(server, 'leaving');
    const began = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(performance.now() - began).toBeLessThan(4000);
    slow.destroy();
  });
});

/** Joins the sample as its organiser. */
async function comeIn(server: ServerProcess): Promise<{ cookie: string; group: string }> {
  const code = (await server.ready).split('/').at(-1);
  const body = { code, name: 'Ada' };
  const joined = await ask(server.port, { method: 'POST', path: '/api/join', body });
  const cookie = joined.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { summit } = joined.json as { summit: { id: string } };
  const { json } = await ask(server.port, { path: `/api/summits/${summit.id}/groups`, headers: { cookie } });
  const { groups } = json as { groups: { id: string }[] };
  return { cookie, group: groups[0]!.id };
}

async function burst(writer: ReturnType<typeof openWriter>, word: string, times: number): Promise<void> {
  for (let number = 1; number <= times; number += 1) writer.write(`${word} ${number}.`);
  await writer.acknowledgement(1);
}

async function read(server: ServerProcess, cookie: string, group: string): Promise<{ text: string }> {
  const reader = openWriter({ port: server.port, group, headers: { cookie } });
  await reader.synced;
  const text = reader.text();
  reader.close();
  return { text };
}

async function says(server: ServerProcess, words: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (server.out().includes(words)) resolve();
    };
    server.child.stdout?.on('data', look);
    look();
  });
}
