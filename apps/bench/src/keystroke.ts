/** `pnpm bench:keystroke`: what a key costs the browser's main thread in a long section, alone and in a crowd. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startCrowd, type Crowd } from './editor/crowd.ts';
import { longSection, SECTION_WORDS } from './editor/long-section.ts';
import { openWriterPage, SLOWER } from './editor/writer-page.ts';
import { Connection } from './load/connection.ts';
import { updateFrame } from './load/typist.ts';
import { SCRATCH } from './measure.ts';
import { median } from './report/statistics.ts';
import { plenary } from './servers/plenary.ts';

const KEYS = Number(process.env['KEYS'] ?? 60);
const CASES: readonly { readonly name: string; readonly words: number; readonly crowd: Crowd }[] = [
  { name: 'alone', words: SECTION_WORDS, crowd: { present: 0, typing: 0 } },
  { name: '30 present, 3 typing', words: SECTION_WORDS, crowd: { present: 30, typing: 3 } },
  { name: '300 present, 30 typing', words: SECTION_WORDS, crowd: { present: 299, typing: 30 } },
];

console.log(`| section of ${SECTION_WORDS} words, ${SLOWER} × slower | median ms | p95 ms | keys |`);
console.log('| --- | ---: | ---: | ---: |');
for (const one of CASES) {
  const figures = await measureCase(one);
  const sorted = figures.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  console.log(`| ${one.name} | ${median(figures).toFixed(1)} | ${p95.toFixed(1)} | ${figures.length} |`);
}
process.exit(0);

async function measureCase({ words, crowd }: (typeof CASES)[number]): Promise<readonly number[]> {
  const folder = await mkdtemp(join(SCRATCH, 'plenary-keystroke-'));
  const server = await plenary.start({ folder, rooms: 1, people: Math.max(1, Math.min(crowd.present, 40)) });
  const [room] = server.rooms;
  if (room === undefined) throw new Error('The server has no room.');
  const executablePath = process.env['E2E_CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
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
    const figures = await page.type(KEYS);
    sendAway();
    author.close();
    await page.close();
    return figures;
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
