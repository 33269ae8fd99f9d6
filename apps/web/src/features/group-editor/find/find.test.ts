// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { code, createRandom, doc, h, p, strong, t, table } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairWith } from '../testing/people.ts';
import { currentOf, found, goToFirst, goToMatch, paintMatches, replaceAll, replaceMatch } from './finding.ts';
import { matchesIn } from './matches.ts';
import { painting } from './painting.ts';

const query = (text: string, exact = false) => ({ text, exact });
const open = (content: DocNode) => pairWith(content, [painting]);
const note = (text: string): DocNode => ({ type: 'footnote', content: [{ type: 'text', text }] });

/** The words at each match. */
function words(content: DocNode, text: string, exact = false): readonly string[] {
  const { state } = open(content).ada;
  return matchesIn(state.doc, query(text, exact)).map(({ from, to }) => state.doc.textBetween(from, to));
}
const textOf = (pair: ReturnType<typeof open>) => {
  pair.meet();
  pair.content();
  return pair.ada.state.doc.textBetween(0, pair.ada.state.doc.content.size, '|');
};

describe('what is found', () => {
  it.each([
    ["l'ecole", 'À L’École !', ['L’École']],
    ['"oui"', '« dit “oui” »', ['“oui”']],
    ['coeur', 'Le cœur et le Cœur', ['cœur', 'Cœur']],
    ['o', 'œ o', ['o']],
    ['e', 'œ e', ['e']],
    ['quoi ?', 'Quoi\u202F?', ['Quoi\u202F?']],
    ['été', 'ete\u0301 ete', ['ete\u0301', 'ete']],
    ['aa', 'aaaa', ['aa', 'aa']],
    ['', 'a', []],
    ['b', 'a', []],
    ['\u0301', 'a', []],
  ])('%j in %j', (text, content, expected) => {
    expect(words(doc(p(content)), text)).toEqual(expected);
  });

  it('is also exactly what was typed, where that is wanted', () => {
    expect(words(doc(p('École ecole école')), 'école', true)).toEqual(['école']);
  });

  it('is in every kind of line, whatever its formatting, and in the order of the text', () => {
    const content = doc(h(2, 'un mot'), p('m', strong('o'), 't'), table([p('mot')]), code('mot'));
    expect(words(content, 'mot')).toEqual(['mot', 'mot', 'mot', 'mot']);
    const { state } = open(doc(p('mot', note('mot'), 'mot'))).ada;
    const places = matchesIn(state.doc, query('mot')).map(({ from }) => from);
    expect(places).toEqual([1, 5, 9]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('never reaches over a note or from one line into the next', () => {
    expect(words(doc(p('mo', note('x'), 't'), p('mo'), p('t')), 'mot')).toEqual([]);
  });
});

describe('going from one to the next', () => {
  it('goes round in both directions, and follows what others write', () => {
    const pair = open(doc(p('a b a b a')));
    const { ada, ben, meet } = pair;
    ada.commands.setTextSelection(4);
    const at = () => currentOf(ada.state, query('a'));
    expect(at()).toBe(-1);
    goToMatch(ada, query('a'), 1);
    expect(at()).toBe(1);
    ben.commands.insertContentAt(1, 'a ');
    meet();
    expect(at()).toBe(2);
    goToMatch(ada, query('a'), 1);
    goToMatch(ada, query('a'), 1);
    expect(at()).toBe(0);
    goToMatch(ada, query('a'), -1);
    expect(at()).toBe(3);
    goToFirst(ada, query('nothing'));
    expect(at()).toBe(3);
  });

  it('is painted, the one that is selected most', () => {
    const { ada } = open(doc(p('a b a')));
    paintMatches(ada, query('a'));
    goToFirst(ada, query('a'));
    const painted = [...ada.view.dom.querySelectorAll('.plenary-found')];
    expect(painted.map(({ classList }) => classList.contains('is-current'))).toEqual([true, false]);
  });
});

describe('replacing', () => {
  it('changes the one that is selected, with its formatting, and goes on', () => {
    const pair = open(doc(p('un ', strong('mot'), ' et un mot')));
    goToFirst(pair.ada, query('mot'));
    replaceMatch(pair.ada, query('mot'), 'terme');
    expect(textOf(pair)).toBe('un terme et un mot');
    expect(pair.content().content?.[0]?.content?.[1]).toEqual(t('terme', { type: 'bold' }));
    expect(currentOf(pair.ada.state, query('mot'))).toBe(0);
  });

  it('changes all of them, which one undo takes back and one redo does again', () => {
    const pair = open(doc(h(2, 'a'), p('a b a'), table([p('aa')]), p('end')));
    pair.ada.commands.insertContentAt(2, '!');
    expect(replaceAll(pair.ada, query('a'), 'xyz')).toBe(5);
    pair.ada.commands.insertContentAt(1, '?');
    const done = '?xyz!|xyz b xyz|xyzxyz|end';
    expect(textOf(pair)).toBe(done);
    pair.ada.commands.undo();
    pair.ada.commands.undo();
    expect(textOf(pair)).toBe('a!|a b a|aa|end');
    pair.ada.commands.redo();
    expect(textOf(pair)).toBe(done.slice(1));
  });

  it('by nothing leaves the line, and by what holds itself ends', () => {
    const pair = open(doc(h(2, 'a'), p('a')));
    expect(replaceAll(pair.ada, query('a'), '')).toBe(2);
    pair.meet();
    expect(pair.content().content?.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    const again = open(doc(p('aa')));
    expect(replaceAll(again.ada, query('a'), 'aa')).toBe(2);
    expect(textOf(again)).toBe('aaaa');
  });

  it('leaves every letter that somebody else types at the same moment, where it was typed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const content = Array.from({ length: 12 }, () => random.pick(['mot', 'x', 'mot mot', '-'])).join(' ');
        const pair = open(doc(p(content), p('mot'), p(content)));
        // Between two words, so that it is clear where it belongs.
        const blanks = [...content.matchAll(/ /g)].map(({ index }) => index + 1);
        const place = random.pick(blanks);
        pair.ben.commands.insertContentAt(place, '#');
        replaceAll(pair.ada, query('mot'), 'terme');
        const expected = `${content.slice(0, place - 1)}#${content.slice(place - 1)}`;
        const changed = (text: string) => text.replaceAll('mot', 'terme');
        expect(textOf(pair)).toBe([changed(expected), 'terme', changed(content)].join('|'));
        expect(found(pair.ada.state.doc, query('mot'))).toEqual([]);
        for (const editor of [pair.ada, pair.ben]) editor.destroy();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
