import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startProcess, type ServerProcess } from '../fixtures/process.ts';
import { ask } from '../fixtures/request.ts';
import { openWriter, type Writer } from '../fixtures/writer.ts';

const PATIENCE = 60_000;
const SIZE_MB = 16;

let disk: string | undefined;
const servers: ServerProcess[] = [];

beforeEach(() => {
  disk = mountSmallDisk();
});

afterEach(async () => {
  for (const { child, exited } of servers.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe('a full disk', () => {
  test(
    'at the start is one sentence, and leaves nothing half made',
    { timeout: PATIENCE },
    async (context) => {
      if (disk === undefined) return context.skip('only root can mount a small disk');
      fill(disk, 0);
      const dataDir = join(disk, 'data');
      const server = await launch(dataDir);
      expect(await server.exited).toBe(1);
      expect(server.err()).toBe(
        `The disk of DATA_DIR=${dataDir} is full. Free some space, then start Plenary again.
`,
      );
      // With room again it starts as if nothing had been.
      empty(disk);
      const again = await launch(dataDir);
      await again.ready;
    },
  );

  test(
    'while people write: what was acknowledged survives, they are told, and it goes on with room again',
    { timeout: PATIENCE },
    async (context) => {
      if (disk === undefined) return context.skip('only root can mount a small disk');
      const dataDir = join(disk, 'data');
      mkdirSync(dataDir);
      const first = await launch(dataDir);
      const { cookie, group } = await comeIn(first);
      const acknowledged: string[] = [];
      const before = open(first, cookie, group);
      await before.synced;
      await write(before, 'avant', acknowledged);

      fill(disk, 64 * 1024);
      const told = await writeUntilTold(before, acknowledged);
      expect(told).toBe(1013);
      expect(before.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
      expect(acknowledged.length).toBeGreaterThan(0);
      await says(first, /Storage(Full|Broken)/);
      expect(first.out()).not.toContain('avant');

      empty(disk);
      const running = await Promise.race([
        first.exited,
        ask(first.port, { path: '/healthz' }).then(() => 'running'),
      ]);
      // Either is right: waiting for room, or leaving to be started again. Pretending would not be.
      const after = running === 'running' ? first : await launch(dataDir);
      await after.ready;
      const writer = open(after, cookie, group);
      await writer.synced;
      for (const words of acknowledged) expect(writer.text()).toContain(words);
      await write(writer, 'après', acknowledged);
      expect(writer.text()).toContain('après');
    },
  );

  test(
    'while somebody joins: they are told, and nobody half joins',
    { timeout: PATIENCE },
    async (context) => {
      if (disk === undefined) return context.skip('only root can mount a small disk');
      const dataDir = join(disk, 'data');
      const server = await launch(dataDir);
      const code = (await server.ready).split('/').at(-1);
      fill(disk, 0);
      const joinAs = async (name: string) =>
        ask(server.port, {
          method: 'POST',
          path: '/api/join',
          headers: { 'accept-language': 'en' },
          body: { code, name },
        });
      // SQLite's log has some room left inside the file it already has.
      let answer = await joinAs('Ada 0');
      let name = 0;
      while (answer.status === 200 && name < 2000) answer = await joinAs(`Ada ${(name += 1)}`);
      expect(answer.json).toMatchObject({ code: 'storage-failed', status: 503 });
      expect(answer.headers['set-cookie']).toBeUndefined();
      empty(disk);
      const after = (await joinAs(`Ada ${name}`)).status;
      // The name that was refused is free.
      expect(after).toBe(200);
    },
  );
});

function mountSmallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const path = mkdtempSync(join(tmpdir(), 'plenary-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
}

/** Leaves about this many bytes. */
function fill(path: string, left: number): void {
  const { bavail, bsize } = statfsSync(path);
  const ballast = Math.max(0, bavail * bsize - left);
  writeFileSync(join(path, 'ballast'), Buffer.alloc(ballast));
}

function empty(path: string): void {
  for (const file of readdirSync(path)) if (file === 'ballast') rmSync(join(path, file));
}

async function launch(dataDir: string): Promise<ServerProcess> {
  const server = await startProcess({ dataDir });
  servers.push(server);
  return server;
}

function open(server: ServerProcess, cookie: string, group: string): Writer {
  return openWriter({ port: server.port, group, headers: { cookie }, plenary: true });
}

async function write(writer: Writer, words: string, acknowledged: string[]): Promise<void> {
  await writer.acknowledgement(writer.write(words));
  acknowledged.push(words);
}

/** Writes paragraph after paragraph until the connection is closed; the close code. */
async function writeUntilTold(writer: Writer, acknowledged: string[]): Promise<number> {
  for (let number = 1; ; number += 1) {
    const words = `ligne ${number} ${'x'.repeat(4000)}`;
    const marker = writer.write(words);
    const code = await Promise.race([writer.acknowledgement(marker), writer.closed]);
    if (typeof code === 'number') return code;
    acknowledged.push(`ligne ${number} `);
  }
}

/** Joins the sample as its organiser. */
async function comeIn(server: ServerProcess): Promise<{ cookie: string; group: string }> {
  const code = (await server.ready).split('/').at(-1);
  const joined = await ask(server.port, { method: 'POST', path: '/api/join', body: { code, name: 'Ada' } });
  const cookie = joined.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { summit } = joined.json as { summit: { id: string } };
  const { json } = await ask(server.port, { path: `/api/summits/${summit.id}/groups`, headers: { cookie } });
  const { groups } = json as { groups: { id: string }[] };
  return { cookie, group: groups[0]!.id };
}

async function says(server: ServerProcess, words: RegExp): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (words.test(server.out())) resolve();
    };
    server.child.stdout?.on('data', look);
    look();
  });
}
