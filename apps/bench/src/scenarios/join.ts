import { writeFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { generate } from '../load/generator-link.ts';
import type { JoiningFigures } from '../load/joining.ts';
import type { TypingFigures } from '../load/typing.ts';
import { traceUnavailable, writeTrace, type WrittenDocument } from '../trace.ts';
import type { Scenario } from './scenario.ts';
import { typingFigures } from './typing-case.ts';

/** Written once for all servers and runs. */
const documents = new Map<number, WrittenDocument>();
const ALL_KEYSTROKES = 260_000;
const AUTHORS = 40;

/** Everybody opens a long document at once, while others go on writing elsewhere. */
export const join: Scenario = {
  name: 'join',
  about:
    '500 clients open at once a document of 260,000 real keystrokes by 40 authors in turn, which is in the server’s memory; meanwhile 40 people write in another room, 3 keys a second each. The joiners and the writers are two processes on the load’s core.',
  needs: 'documents',
  unavailable: traceUnavailable,
  async run({ quick, seed, folder, start }) {
    const document = written(quick ? 5000 : ALL_KEYSTROKES);
    const updates = pathOf(folder, 'updates.bin');
    await writeFile(updates, document.updates);
    const writers = quick ? 4 : 40;
    const server = await start(2, writers);
    const [big, other] = server.rooms;
    if (big === undefined || other === undefined) throw new Error('The server has fewer than two rooms.');
    const { pid } = server;
    const atLeastBytes = document.stateBytes * 0.9;

    const filling = await generate({ kind: 'filling', rooms: [big], updates });
    await untilServed(() => generate({ kind: 'joining', room: big, clients: 1, atLeastBytes, pid }));
    const joining = await generate({
      kind: 'joining',
      room: big,
      clients: quick ? 20 : 500,
      atLeastBytes,
      pid,
    });
    const typing = await generate({
      kind: 'typing',
      rooms: [other],
      writers,
      readers: 0,
      keysPerSecond: 3,
      cursors: true,
      seed,
      warmUpMs: quick ? 300 : 3000,
      pid,
    });
    await typing.begin();
    await joining.begin();
    const others = await typing.end();
    const joined = await joining.end();
    await filling.end();
    return [
      {
        name: '',
        figures: {
          seconds: joined.seconds,
          serverCpu: joined.serverCpu,
          othersP99: others.p99,
          answerBytes: joined.answerBytes,
          missing: others.missing,
          lost: others.lost.length,
          otherCores: otherCoresBeside(others, joined),
        },
      },
    ];
  },
};

/** What the rest of the machine did while the crowd came in, which is a load of its own beside the writers. */
function otherCoresBeside(others: TypingFigures, { generatorCpu }: JoiningFigures): number {
  return typingFigures({ ...others, generatorCpu: others.generatorCpu + generatorCpu }).otherCores ?? 0;
}

function written(keystrokes: number): WrittenDocument {
  const known = documents.get(keystrokes) ?? writeTrace(keystrokes, AUTHORS);
  documents.set(keystrokes, known);
  return known;
}

/** The last updates are still being worked on when the writer has sent them. */
async function untilServed(
  ask: () => Promise<{ begin(): Promise<void>; end(): Promise<unknown> }>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const one = await ask();
    const served = await one.begin().then(
      () => true,
      (error: unknown) => {
        if (attempt === 20) throw error;
        return false;
      },
    );
    await one.end().catch(() => undefined);
    if (served) return;
    await delay(1000);
  }
}
