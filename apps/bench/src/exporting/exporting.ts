/**
 * `node src/exporting/exporting.ts [--runs 3] [--groups 36] [--writers 40] [--seconds 15] [--quick] [--profile folder] [--out folder]`:
 * what those who type notice while a PDF of some 300 pages is made.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from '../load/generator-link.ts';
import { endLoads, startNode } from '../node-process.ts';
import { describeMachine } from '../report/machine.ts';
import { summariseProfiles } from '../report/profile.ts';
import { FRESH_SERVER_MS, NEW_CROWD_MS, typingFigures } from '../scenarios/typing-case.ts';
import { openDoor, plenary, SUMMIT } from '../servers/plenary.ts';
import type { StartedServer } from '../servers/server-kind.ts';
import { exportingPage, type ExportingRun, type Findings, type Window } from './exporting-page.ts';
import { madeNotes } from './made-notes.ts';
import { becomeOrganiser, type Organiser, type Taken } from './organiser.ts';

const BUSY = fileURLToPath(new URL('busy.ts', import.meta.url));

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    groups: { type: 'string' },
    writers: { type: 'string' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
    out: { type: 'string' },
  },
});
const { quick, profile } = values;
const groups = Number(values.groups ?? (quick ? 2 : 36));
const writers = Number(values.writers ?? (quick ? 3 : 40));
const seconds = Number(values.seconds ?? (quick ? 1 : 15));
/** As many rooms as the summit of 2016 had themes; the other groups have written before. */
const roomsTypedIn = Math.min(groups, 7);

const runs: ExportingRun[] = [];
for (let run = 1; run <= Number(values.runs ?? (quick ? 1 : 3)); run += 1) {
  const found = await inFreshServer(async (server, organiser) => {
    const alone = await typed(server, organiser, run * 1000, quick ? 200 : FRESH_SERVER_MS, () =>
      delay(seconds * 1000),
    );
    let taken: Taken = { seconds: Number.NaN, file: new Uint8Array() };
    const meanwhile = await typed(server, organiser, run * 1000 + 1, quick ? 200 : NEW_CROWD_MS, async () => {
      taken = await organiser.takeAlong('pdf');
    });
    const beside = await typed(server, organiser, run * 1000 + 2, quick ? 200 : NEW_CROWD_MS, async () => {
      const child = startNode({ entry: BUSY, core: 'server' });
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
      await delay(seconds * 1000);
      child.kill('SIGKILL');
    });
    const pages =
      Buffer.from(taken.file)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    return { pages, seconds: taken.seconds, alone, meanwhile, beside };
  });
  console.error(JSON.stringify(found));
  runs.push(found);
}

const findings: Findings = {
  date: new Date().toISOString(),
  machine: describeMachine(tmpdir()),
  groups,
  rooms: roomsTypedIn,
  writers,
  quick,
  runs,
};
const page = exportingPage(findings);
console.log(page);
if (profile !== undefined) console.log(await summariseProfiles(profile));
if (values.out !== undefined) {
  await mkdir(values.out, { recursive: true });
  const name = `${findings.date.slice(0, 16).replace(':', '').toLowerCase()}-exporting`;
  await writeFile(join(values.out, `${name}.md`), page);
  await writeFile(join(values.out, `${name}.json`), `${JSON.stringify(findings, undefined, 2)}\n`);
}
process.exit(0);

/** A server that has just started, with the notes of all groups in it. */
async function inFreshServer(
  work: (server: StartedServer, organiser: Organiser) => Promise<ExportingRun>,
): Promise<ExportingRun> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'));
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const server = await plenary.start({ folder, rooms: groups, people: writers, flags });
  try {
    const door = await openDoor(folder);
    const { groups: all } = (await door('groups', { summit: SUMMIT, lang: 'en' })) as {
      readonly groups: readonly { readonly id: string }[];
    };
    for (const [index, { id }] of all.entries()) {
      const bytes = Buffer.from(madeNotes(index)).toString('base64');
      await door('import', { summit: SUMMIT, group: id, name: 'notes.md', bytes });
    }
    const [room] = server.rooms;
    if (room === undefined) throw new Error('The summit has no groups.');
    const { host } = new URL(room.url);
    const found = await work(server, await becomeOrganiser(`http://${host}`, door));
    // A profile is written by a server that may leave by itself.
    if (profile !== undefined) await server.stop();
    return found;
  } finally {
    endLoads();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What those who type saw while something went on. */
async function typed(
  { pid, rooms }: StartedServer,
  organiser: Organiser,
  seed: number,
  warmUpMs: number,
  meanwhile: () => Promise<void>,
): Promise<Window> {
  const load = await generate({
    kind: 'typing',
    rooms: rooms.slice(0, roomsTypedIn),
    writers,
    readers: 0,
    keysPerSecond: 3,
    cursors: true,
    seed,
    warmUpMs,
    pid,
  });
  await organiser.eventLoop();
  await load.begin();
  await meanwhile();
  const eventLoop = await organiser.eventLoop();
  return { ...typingFigures(await load.end()), eventLoop };
}
