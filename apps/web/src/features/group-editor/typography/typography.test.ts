// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { a, code, doc, p, t } from '@plenary/testing';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outcomePrefixes } from '../outcome-prefixes.ts';
import { pairWith, press, type } from '../testing/people.ts';
import { mindTypography } from './setting.ts';
import { loadTypography, typography, typographyUndo } from './typography.ts';

beforeAll(loadTypography);
afterEach(() => mindTypography(true));

function open(content: DocNode = doc(p())) {
  const pair = pairWith(content, [typography, typographyUndo, outcomePrefixes]);
  for (const { view } of [pair.ada, pair.ben]) view.dom.lang = 'fr';
  return pair;
}
const text = (pair: ReturnType<typeof open>) => {
  pair.meet();
  pair.content();
  return pair.ada.state.doc.textContent.replaceAll('\u202F', '_').replaceAll('\u00A0', '~');
};

describe('while one types', () => {
  it('French gets its spaces and quotation marks, with the caret behind them', () => {
    const pair = open();
    type(pair.ada, 'Il dit "oui !" : bien. C\'est tout');
    expect(text(pair)).toBe('Il dit «~oui_!~»~: bien. C’est tout');
  });

  it('a sign at the start of a line still begins an outcome', () => {
    const pair = open();
    type(pair.ada, '" ');
    expect(pair.ada.state.doc.firstChild?.type.name).toBe('quote');
  });

  it('the language of the paragraph counts, then that of the words', () => {
    const english = { type: 'paragraph', attrs: { lang: 'en' } };
    const pair = open(doc(english, p(t('dit', { type: 'language', attrs: { lang: 'de' } }))));
    pair.ada.commands.setTextSelection(1);
    type(pair.ada, 'a "b"? ');
    pair.ada.commands.setTextSelection(pair.ada.state.doc.content.size - 1);
    type(pair.ada, '?');
    expect(text(pair)).toBe('a “b”? dit?');
  });

  it('code and links are left as they are', () => {
    const pair = open(doc(code('x'), p(t('yy', { type: 'code' })), p(a('https://x.eu', 'zz'))));
    // Behind `x`, and in the middle of `yy` and `zz`.
    for (const [place, sign] of [
      [2, '?'],
      [6, '!'],
      [11, ':'],
    ] as const) {
      pair.ada.commands.setTextSelection(place);
      type(pair.ada, sign);
    }
    expect(text(pair)).toBe('x?y!yz:z');
  });

  it('nothing happens where somebody has turned it off', () => {
    mindTypography(false);
    const pair = open();
    type(pair.ada, 'Quoi ? "x"');
    expect(text(pair)).toBe('Quoi ? "x"');
  });
});

describe('Backspace or undo right after', () => {
  it.each([
    ['Backspace', {}],
    ['z', { ctrlKey: true }],
  ])('gives back what was typed: %s', (key, modifiers) => {
    const pair = open();
    type(pair.ada, 'Quoi ?');
    expect(press(pair.ada, key, modifiers)).toBe(true);
    expect(text(pair)).toBe('Quoi ?');
    type(pair.ada, ' x');
    expect(text(pair)).toBe('Quoi ? x');
  });

  it('does so also when others write meanwhile', () => {
    const pair = open();
    type(pair.ada, 'Quoi?');
    pair.meet();
    pair.ben.commands.insertContentAt(1, 'Ben. ');
    pair.meet();
    expect(press(pair.ada, 'Backspace')).toBe(true);
    expect(text(pair)).toBe('Ben. Quoi?');
  });

  it('is the usual key again after any other step', () => {
    const pair = open();
    type(pair.ada, 'Quoi?x');
    expect(text(pair)).toBe('Quoi_?x');
    press(pair.ada, 'Backspace');
    expect(text(pair)).not.toBe('Quoi?x');
  });
});

it('waits for an input method, and minds its last letter when it is done', () => {
  const pair = open(doc(p('Quoi')));
  const { ada } = pair;
  const send = (name: string) => ada.view.dom.dispatchEvent(new CompositionEvent(name));
  ada.commands.setTextSelection(5);
  send('compositionstart');
  expect(ada.view.composing).toBe(true);
  type(ada, '?');
  expect(text(pair)).toBe('Quoi?');
  send('compositionend');
  return expect.poll(() => text(pair)).toBe('Quoi_?');
});
