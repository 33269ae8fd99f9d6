import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SYNC_PATH } from '@plenary/protocol';
import type { ServerKind, StartOptions } from './server-kind.ts';
import { startServerProcess } from './server-process.ts';

const SERVER = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
const COMMAND_LINE = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const run = promisify(execFile);

/** Plenary itself, as `pnpm start` runs it: sessions, checks, SQLite with fsync before anybody sees an edit. */
export const plenary: ServerKind = {
  name: 'plenary',
  about: 'apps/server on a data folder: every update checked, committed with fsync, then sent on',
  holds: 'documents',
  async start(options) {
    if (!existsSync(join(options.folder, 'programme.json'))) await createSummit(options);
    const server = await startServerProcess(SERVER, options, { LOG_LEVEL: 'fatal' });
    const door = await openDoor(options.folder);
    const groups = await readGroups(door);
    const writers = await Promise.all(
      Array.from({ length: options.people }, () => invite(door, 'participant')),
    );
    const reader = await invite(door, 'reader');
    return {
      ...server,
      rooms: groups.map((group) => ({
        url: `ws://127.0.0.1:${server.port}${SYNC_PATH}/${group}`,
        dialect: { kind: 'y-websocket' },
        writers,
        reader,
      })),
    };
  },
};

/** Its slug. */
export const SUMMIT = 'bench';
/** A heading and nothing else: the rooms of the peers begin empty, and a full template would be measured as part of what is typed. */
const BARE = { id: 'bare', label: 'Bare', parts: [{ id: 'notes', heading: 'Notes' }] };

/** A summit with a working group for each room, by the command line, before the server holds the folder. */
async function createSummit({ folder, rooms }: StartOptions): Promise<void> {
  const sessions = Array.from({ length: rooms }, (_, index) => ({
    id: `group-${index}`,
    kind: BARE.id,
    date: '2016-10-13',
    title: `Group ${index}`,
    question: 'What did we find?',
  }));
  const programme = {
    version: '1.0',
    lang: 'en',
    event: { id: SUMMIT, title: 'Bench', city: 'Paris', start: '2016-10-13', end: '2016-10-13' },
    organisations: [],
    days: [{ date: '2016-10-13', sessions: sessions.map(({ id }) => id) }],
    kinds: [BARE],
    sessions,
  };
  const file = join(folder, 'programme.json');
  await writeFile(file, JSON.stringify(programme));
  await run(process.execPath, [COMMAND_LINE, 'create', file, '--lang', 'en', '--json'], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' },
  });
}

/** Asks the running server what the command line can ask, without a process for each question. */
export type Door = (name: string, args: object) => Promise<unknown>;

/** The door of the server that holds a folder. */
export async function openDoor(folder: string): Promise<Door> {
  const { port, key } = await readControl(join(folder, 'control.json'));
  return async (name, args) => {
    const response = await fetch(`http://127.0.0.1:${port}/command`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, args }),
    });
    if (!response.ok) throw new Error(`Plenary refused “${name}”: ${await response.text()}`);
    return response.json();
  };
}

/** The port answers a moment before the door's address is written; after a kill, the old address is still there. */
async function readControl(file: string): Promise<{ readonly port: number; readonly key: string }> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) {
      // Written by the server in this shape.
      const control = JSON.parse(text) as { port: number; key: string };
      const response = await fetch(`http://127.0.0.1:${control.port}/command`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${control.key}` },
      }).catch(() => undefined);
      if (response !== undefined && response.status !== 401) return control;
    }
    await delay(50);
  }
  throw new Error(`The server wrote no address into ${file}.`);
}

async function readGroups(door: Door): Promise<readonly string[]> {
  const { groups } = (await door('groups', { summit: SUMMIT, lang: 'en' })) as { groups: { id: string }[] };
  return groups.map(({ id }) => id);
}

async function invite(door: Door, role: string): Promise<string> {
  const { token } = (await door('invite', { summit: SUMMIT, role })) as { token: string };
  return token;
}
