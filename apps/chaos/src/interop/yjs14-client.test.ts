import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openDataFolder } from '@plenary/storage';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPlenary, type PlenaryProcess } from '../process/plenary-process.ts';
import { openProxy, type TcpProxy } from '../process/tcp-proxy.ts';
import { createSummit, inviteWriters } from '../run/summit.ts';
import type { WriterPlan } from '../writers/messages.ts';
import { openStockClient, type StockClient } from '../writers/stock-client.ts';
import { blocksIn, hashOf, linesOf, writeParagraph } from '../writers/text.ts';
import { compareWithOthers, wordsIn } from './other-replays.ts';
import { startYjs14Client, type Yjs14Client } from './yjs14-client.ts';

const PATIENCE_MS = 90_000;

let folder: string;
let server: PlenaryProcess;
let proxy: TcpProxy;
let group: string;
let plans: readonly WriterPlan[];
let doc: Y.Doc;
let thirteen: StockClient;
let fourteen: Yjs14Client;
let saved: (marker: number) => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-interop-'));
  server = await createPlenary({ dataDir: join(folder, 'data') });
  await server.start();
  proxy = await openProxy(server.port);
  const summit = await createSummit(server, 1);
  plans = await inviteWriters(server, summit, 2);
  const [first, second] = plans as readonly [WriterPlan, WriterPlan];
  group = first.group;
  doc = new Y.Doc();
  const waiting = new Map<number, () => void>();
  let greeted: (() => void) | undefined;
  const synced = new Promise<void>((resolve) => {
    greeted = resolve;
  });
  thirteen = openStockClient({
    url: `ws://127.0.0.1:${server.port}/sync`,
    group,
    token: first.token,
    doc,
    onEcho: (marker) => waiting.get(marker)?.(),
  });
  thirteen.provider.on('sync', () => greeted?.());
  await synced;
  saved = async (marker) =>
    new Promise((resolve) => {
      waiting.set(marker, resolve);
      thirteen.mark(marker);
    });
  fourteen = startYjs14Client(`ws://127.0.0.1:${proxy.port}/sync`, second);
  await fourteen.until(({ synced: isSynced }) => isSynced);
}, PATIENCE_MS);

afterEach(async () => {
  thirteen.destroy();
  await fourteen.kill();
  await proxy.close();
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Until the replica of the Yjs 13 client says so. */
async function thirteenHas(isSo: (lines: readonly string[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(linesOf(doc))) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}

const wordsHere = (): readonly string[] => wordsIn(doc.getXmlFragment('default'));

test(
  '@y/websocket 4 reads, writes and deletes beside y-websocket 3, through a cut, and replays the log',
  { timeout: PATIENCE_MS },
  async () => {
    writeParagraph(doc, 0, 'from thirteen');
    await fourteen.until(({ words }) => words.includes('from thirteen'));
    fourteen.type(0, 'from fourteen');
    await thirteenHas((lines) => lines.includes('from fourteen'));
    fourteen.delete(1);
    await thirteenHas((lines) => !lines.includes('from thirteen'));

    // Both go on while the one is off line; all of it is there afterwards, in one order for everybody.
    proxy.cut(() => true);
    for (let number = 1; number <= 3; number += 1) {
      fourteen.type(number, `off line ${number}`);
      writeParagraph(doc, blocksIn(doc), `meanwhile ${number} 👩‍👩‍👧`);
    }
    await thirteenHas((lines) => [1, 2, 3].every((number) => lines.includes(`off line ${number}`)));
    const { connections } = await fourteen.until(({ words }) => isDeepStrictEqual(words, wordsHere()));
    expect(connections).toBe(2);

    await saved(1);
    await fourteen.kill();
    thirteen.destroy();
    expect(await server.leave()).toBe(0);
    expect(server.accidents).toEqual([]);
    const data = await openDataFolder(server.dataDir);
    const log = (await data.documents.history(group, 0)).map(({ update }) => update);
    await data.close();
    expect(log.length).toBeGreaterThan(8);
    const stored = new Y.Doc();
    for (const update of log) Y.applyUpdate(stored, update);
    expect(hashOf(stored)).toBe(hashOf(doc));
    expect(await compareWithOthers(group, log, stored)).toEqual([]);
  },
);

test(
  '@y/websocket 4 in a silent room keeps its one connection beyond the half minute after which it would give it up',
  { timeout: PATIENCE_MS },
  async () => {
    const { connections } = await fourteen.until(({ keepAlives }) => keepAlives >= 3);
    expect(connections).toBe(1);
  },
);
