/** `pnpm bench:keystroke`: what a key costs the browser's main thread in a long section, alone and in a crowd. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { type Crowd, startCrowd } from './editor/crowd.ts';
import { type Floor, openFloorPage } from './editor/floor-page.ts';
import { longSection, SECTION_WORDS } from './editor/long-section.ts';
import { type KeyCost, PARTS } from './editor/main-thread.ts';
import { SLOWER, typeInto } from './editor/typing.ts';
import { openWriterPage } from './editor/writer-page.ts';
import { Connection } from './load/connection.ts';
import { updateFrame } from './load/typist.ts';
import { SCRATCH } from './measure.ts';
import { median } from './report/statistics.ts';
import { plenary } from './servers/plenary.ts';

const KEYS = Number(process.env['KEYS'] ?? 60);
/** Each case so often, in turn: a machine that is slow for one is slow for the next. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 1);
const ONLY = process.env['ONLY'];

interface Case {
  readonly name: string;
  readonly words: number;
  readonly on: Floor | Crowd;
}

/** What the application is built on, before anything of ours runs; the others are measured against it. */
const EDITOR = 'Tiptap with our schema and Yjs';

const CASES: readonly Case[] = [
  { name: 'contenteditable', words: SECTION_WORDS, on: 'contenteditable' },
  { name: EDITOR, words: SECTION_WORDS, on: 'tiptap' },
  { name: 'alone, 200 words', words: 200, on: { present: 0, typing: 0 } },
  { name: 'alone', words: SECTION_WORDS, on: { present: 0, typing: 0 } },
  { name: '30 present, 3 typing', words: SECTION_WORDS, on: { present: 29, typing: 3 } },
  { name: '300 present, 30 typing', words: SECTION_WORDS, on: { present: 299, typing: 30 } },
];

const chosen = CASES.filter(({ name }) => ONLY === undefined || ONLY.split(';').includes(name));
const costs = new Map<string, KeyCost[]>(chosen.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const one of chosen) costs.get(one.name)?.push(...(await measure(one)));
printFigures();
printParts();
process.exit(0);

function printFigures(): void {
  console.log(
    `| section of ${SECTION_WORDS} words, ${SLOWER} × slower, ms a key | to the frame, median | times Tiptap | p95 | all, median | mean | by the wall, median | keys |`,
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const editor = median(framesOf(costs.get(EDITOR) ?? []));
  for (const [name, keys] of costs) {
    const frame = framesOf(keys);
    const times = (median(frame) / editor).toFixed(2);
    const all = keys.map((key) => key.all);
    const figures = [p95(frame), median(all), mean(all), median(keys.map(({ wall }) => wall))];
    const shown = [median(frame).toFixed(1), times, ...figures.map((time) => time.toFixed(1)), keys.length];
    console.log(`| ${name} | ${shown.join(' | ')} |`);
  }
}

function framesOf(keys: readonly KeyCost[]): readonly number[] {
  return keys.map(({ frame }) => frame).filter((time) => !Number.isNaN(time));
}

function printParts(): void {
  console.log(`\n| mean ms a key, by what it went into | ${PARTS.join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(PARTS.length)}`);
  for (const [name, keys] of costs) {
    const parts = PARTS.map((part) => mean(keys.map(({ parts: went }) => went[part])).toFixed(1));
    console.log(`| ${name} | ${parts.join(' | ')} |`);
  }
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function measure({ on, words }: Case): Promise<readonly KeyCost[]> {
  const executablePath = process.env['E2E_CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    if (typeof on === 'object') return await measureOurs(browser, words, on);
    return await typeInto(await openFloorPage(browser, on, words), KEYS);
  } finally {
    await browser.close();
  }
}

async function measureOurs(browser: Browser, words: number, crowd: Crowd): Promise<readonly KeyCost[]> {
  const folder = await mkdtemp(join(SCRATCH, 'plenary-keystroke-'));
  const server = await plenary.start({ folder, rooms: 1, people: Math.max(1, Math.min(crowd.present, 40)) });
  try {
    const [room] = server.rooms;
    if (room === undefined) throw new Error('The server has no room.');
    const author = await Connection.open(room, room.writers[0], {
      update: () => undefined,
      answer: () => undefined,
      presence: () => undefined,
      lost: () => undefined,
    });
    author.send(updateFrame(longSection(words)));
    const { host, pathname } = new URL(room.url);
    const group = pathname.split('/').at(-1) ?? '';
    const page = await openWriterPage(browser, `http://${host}`, room.writers[0] ?? '', group);
    const sendAway = await startCrowd(room, crowd);
    const keys = await typeInto(page, KEYS);
    sendAway();
    author.close();
    return keys;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
