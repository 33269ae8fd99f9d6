import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { FRAGMENT } from '@plenary/document';
import * as Y from 'yjs';
import { hashOf } from '../writers/text.ts';

/** What another implementation makes of a log. */
export interface OtherReplay {
  /** The words it reads, a string for each run of text in the order of the document. */
  readonly words: readonly string[];
  /** Its state, encoded by itself. */
  readonly state: Uint8Array;
}

/** Implementations of the format other than the server's own, each with the program that replays with it. */
export const OTHERS = {
  'yrs (ywasm)': program('ywasm-replay-process.ts'),
  'Yjs 14 (@y/y)': program('yjs14-replay-process.ts'),
} as const;

export type OtherName = keyof typeof OTHERS;

/**
 * Replays a log with another implementation, in a process of its own: ywasm traps on damaged input, and two Yjs in
 * one process do not recognise each other's objects. For logs of this server, which hold nothing damaged. Rejects
 * when the other implementation gives up.
 */
export async function replayWith(other: OtherName, log: readonly Uint8Array[]): Promise<OtherReplay> {
  const child = spawn(process.execPath, [OTHERS[other]], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = text(child.stdout);
  const complaint = text(child.stderr);
  const closed = once(child, 'close');
  // Whoever traps half way reads no further; what it says is below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(log.map((update) => `${Buffer.from(update).toString('base64')}\n`).join(''));
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`${other} ended with ${code}: ${(await complaint).slice(-MOST_SAID)}`);
  // Written by the two programs above.
  const replay = JSON.parse(await said) as { readonly words: readonly string[]; readonly state: string };
  return { words: replay.words, state: new Uint8Array(Buffer.from(replay.state, 'base64')) };
}

/** Says of each other implementation that does not come to the words and the content of `doc` from its log, a sentence each. */
export async function compareWithOthers(
  group: string,
  log: readonly Uint8Array[],
  doc: Y.Doc,
): Promise<readonly string[]> {
  const words = wordsIn(doc.getXmlFragment(FRAGMENT));
  const hash = hashOf(doc);
  const broken: string[] = [];
  // The keys of an object literal.
  for (const other of Object.keys(OTHERS) as OtherName[]) {
    try {
      const replay = await replayWith(other, log);
      if (!isDeepStrictEqual(replay.words, words))
        broken.push(`${group}: ${other} reads other words from the log.`);
      const theirs = new Y.Doc();
      Y.applyUpdate(theirs, replay.state);
      if (hashOf(theirs) !== hash)
        broken.push(`${group}: ${other} replays the log to ${hashOf(theirs)}, Yjs 13 to ${hash}.`);
      theirs.destroy();
    } catch (error) {
      broken.push(`${group}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return broken;
}

/** The words below a node of Yjs 13, a string for each run of text in the order of the document; no marks. */
export function wordsIn(node: unknown): readonly string[] {
  if (node instanceof Y.XmlText) {
    // Typed as anything by Yjs: strings, and what is embedded between them.
    const parts = node.toDelta() as readonly { readonly insert?: unknown }[];
    return [parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')];
  }
  if (!(node instanceof Y.XmlFragment)) return [];
  const nodes: readonly unknown[] = node.toArray();
  return nodes.flatMap(wordsIn);
}

/** Enough for a stack. */
const MOST_SAID = 2000;

function program(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
