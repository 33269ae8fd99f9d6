// @vitest-environment jsdom
import { doc, p } from '@plenary/testing';
import { expect, it, vi } from 'vitest';
import { atCaret } from './caret-context.ts';
import { pairWith } from './testing/people.ts';

it('asks again where the caret has come into something else, and not for a letter', () => {
  const { ada } = pairWith(doc(p('one'), p('two')), []);
  const asked = vi.fn(() => ['heading', 'bold', 'code'].filter((name) => ada.isActive(name)).join());
  const selector = atCaret(asked);
  const now = (): string => selector({ editor: ada, transactionNumber: 0 });
  ada.commands.setTextSelection(2);
  expect(now()).toBe('');
  for (const letter of 'abc') {
    ada.commands.insertContent(letter);
    expect(now()).toBe('');
  }
  expect(asked).toHaveBeenCalledOnce();
  ada.commands.toggleHeading({ level: 2 });
  expect(now()).toBe('heading');
  // Nothing is written yet: the next letter will be bold.
  ada.commands.toggleBold();
  expect(now()).toBe('heading,bold');
  ada.commands.insertContent('d');
  expect(now()).toBe(['heading', 'bold'].filter((name) => ada.isActive(name)).join());
  ada.commands.setTextSelection(ada.state.doc.content.size - 1);
  expect(now()).toBe('');
  ada.commands.setTextSelection({ from: 1, to: 3 });
  expect(now()).toBe('heading');
});
