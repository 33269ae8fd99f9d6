import { setImmediate as turn } from 'node:timers/promises';
import type { Session } from '@plenary/sync';
import { expect, test } from 'vitest';
import { createInbox } from './inbox.ts';

/** Rooms that note what comes when, and sessions in them. */
function scene() {
  const heard: string[] = [];
  const inbox = createInbox({
    together(task) {
      heard.push('(');
      task();
      heard.push(')');
    },
  });
  const session = (name: string): Session => ({
    receive: ([byte]) => void heard.push(`${name}${byte}`),
    receiveText() {},
    closed() {},
  });
  return { heard, inbox, session };
}

test('the frames of a turn are handed over together, in the order they came, and those of the next by themselves', async () => {
  const { heard, inbox, session } = scene();
  const [ann, ben] = [session('ann'), session('ben')];
  inbox.add(ann, Uint8Array.of(1));
  inbox.add(ben, Uint8Array.of(1));
  inbox.add(ann, Uint8Array.of(2));
  expect(heard).toEqual([]);
  await turn();
  inbox.add(ben, Uint8Array.of(2));
  await turn();
  expect(heard.join(' ')).toBe('( ann1 ben1 ann2 ) ( ben2 )');
});

test('what came is handed over before anything else is said, and once', async () => {
  const { heard, inbox, session } = scene();
  inbox.add(session('ann'), Uint8Array.of(1));
  inbox.empty();
  heard.push('gone');
  await turn();
  inbox.empty();
  expect(heard.join(' ')).toBe('( ann1 ) gone');
});
