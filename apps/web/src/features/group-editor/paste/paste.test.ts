// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocNode } from '@plenary/document';
import { code, doc, h, outcome, p } from '@plenary/testing';
import { describe, expect, it } from 'vitest';
import { outcomeIds } from '../outcome-ids.ts';
import { pairWith } from '../testing/people.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';
import { pasting } from './pasting.ts';
import { pasteMarkdown, pastePage } from './read-clipboard.ts';

// jsdom knows no clipboard; ProseMirror asks only for the event.
globalThis.ClipboardEvent ??= Event as unknown as typeof ClipboardEvent;

const CASES = join(import.meta.dirname, '../../../../../../packages/importers/cases');
const open = (content: DocNode = doc(p())) => pairWith(content, [pasting, outcomeIds]);

function outline(node: DocNode): string {
  if (node.text !== undefined) {
    const marks = (node.marks ?? []).map((mark) => mark.type).join('+');
    return marks === '' ? node.text : `<${marks}>${node.text}</>`;
  }
  const inside = (node.content ?? []).map(outline).join('');
  return node.type === 'doc' ? inside : `(${node.type} ${inside})`;
}

async function pastedInto(content: DocNode, place: number, html: string): Promise<string> {
  const { ada, meet, content: read } = open(content);
  ada.commands.setTextSelection(place);
  await pastePage(ada, html, 'as text');
  meet();
  return outline(read());
}

describe('what comes from another program', () => {
  it.each(['word-lists', 'word-notes', 'libreoffice-notes', 'google-docs', 'google-docs-notes', 'tables'])(
    'keeps its structure and drops the rest: %s',
    async (name) => {
      const html = readFileSync(join(CASES, `${name}.html`), 'utf8');
      const shown = await pastedInto(doc(p()), 1, html);
      await expect(
        shown.replaceAll(/\((?=heading|bulletList|orderedList|table |paragraph)/g, '\n$&'),
      ).toMatchFileSnapshot(join(import.meta.dirname, 'cases', `${name}.txt`));
    },
  );

  it('stays in the line it is pasted into, where it is a line', async () => {
    const google =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><span style="font-weight:700">gras</span></b>';
    expect(await pastedInto(doc(h(2, 'un titre')), 4, google)).toBe('(heading un <bold>gras</>titre)');
  });

  it('of several lines ends the line before and begins the one behind', async () => {
    expect(await pastedInto(doc(p('ab')), 2, '<p>1</p><p>2</p>')).toBe('(paragraph a1)(paragraph 2b)');
  });

  it('takes the place of an empty paragraph, and of what is selected', async () => {
    expect(await pastedInto(doc(p('a'), p(), p('b')), 4, '<ul><li>1</li></ul>')).toBe(
      '(paragraph a)(bulletList (listItem (paragraph 1)))(paragraph b)',
    );
  });

  it('fits into an outcome', async () => {
    const shown = await pastedInto(
      doc(outcome('insight', { id: '0123456789abcdef' }, p('a'))),
      3,
      '<ul><li>1</li></ul>',
    );
    expect(shown).toContain('1');
    expect(shown).toContain('(insight ');
  });

  it('is pasted as words where it cannot be read', async () => {
    expect(await pastedInto(doc(p()), 1, '<div>'.repeat(100_000))).toBe('(paragraph as text)');
  });

  it('runs nothing and takes no address of a picture', async () => {
    const shown = await pastedInto(
      doc(p()),
      1,
      '<p onclick="x()">a<img src=x onerror="x()" alt="mot"><script>x()</script></p>',
    );
    expect(shown).not.toContain('x()');
    expect(shown).toContain('mot');
  });

  it('is one step, which undo takes back without what others wrote', async () => {
    const { ada, ben, meet, content } = open(doc(p('a')));
    ada.commands.setTextSelection(2);
    ada.commands.insertContent('b');
    await pastePage(ada, '<h2>titre</h2><p>x</p>', '');
    ben.commands.insertContentAt(1, 'Ben ');
    meet();
    ada.commands.undo();
    meet();
    expect(outline(content())).toBe('(paragraph Ben ab)');
  });
});

describe('text that is written as Markdown', () => {
  const NOTES = '# Notes\n\n- [ ] appeler\n- [x] écrire\n\nVoir **ici**.[^1]\n\n[^1]: la note\n';

  it('takes its form, and one undo gives back the text', async () => {
    const { ada, meet, content } = open(doc(p('avant'), p()));
    ada.commands.setTextSelection(8);
    await pasteMarkdown(ada, NOTES);
    meet();
    expect(outline(content())).toBe(
      '(paragraph avant)(heading Notes)(taskList (taskItem (paragraph appeler))(taskItem (paragraph écrire)))' +
        '(paragraph Voir <bold>ici</>.(footnote la note))',
    );
    ada.commands.undo();
    meet();
    expect(outline(content())).toContain('(paragraph avant)(paragraph # Notes)');
    expect(outline(content())).toContain('[^1]: la note');
    ada.commands.undo();
    meet();
    expect(outline(content())).toBe('(paragraph avant)(paragraph )');
  });

  it('ends where the caret is, so that one can go on', async () => {
    const { ada } = open(doc(p('b')));
    ada.commands.setTextSelection(1);
    await pasteMarkdown(ada, '# A\n\nx **y** z');
    ada.commands.insertContent('!');
    expect(ada.state.doc.textContent).toBe('Ax y z!b');
  });

  it.each([
    ['# Titre\n\ntexte', true],
    ['un [lien](https://x.eu)', true],
    ['| a | b |\n|---|---|\n| 1 | 2 |', true],
    ['- un\n- deux\n- trois', true],
    ['- [ ] un', true],
    ['```\ncode\n```', true],
    ['> dit\n\n- un', true],
    ['Bonjour,\n\nvoici la suite.', false],
    ['- oui, dit-elle\n- non', false],
    ['1. un', false],
    ['5 * 3 * 2 = 30', false],
    ['le #1 de la liste', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(looksLikeMarkdown(text)).toBe(expected);
  });
});

describe('the clipboard', () => {
  /** Whether the paste is taken from ProseMirror. */
  function isTaken(content: DocNode, data: Readonly<Record<string, string>>, shift = false): boolean {
    const { ada } = open(content);
    ada.commands.setTextSelection(1);
    const key = new KeyboardEvent('keydown', { key: 'v', ctrlKey: true, shiftKey: shift });
    ada.view.someProp('handleKeyDown', (take) => take(ada.view, key));
    const event = Object.assign(new Event('paste'), {
      clipboardData: {
        getData: (type: string) => data[type] ?? '',
        files: 'file' in data ? [data['file']] : [],
      },
    }) as unknown as ClipboardEvent;
    return ada.view.someProp('handlePaste', (take) => take(ada.view, event, ada.state.doc.slice(0))) === true;
  }

  it('of another program is read', () => {
    expect(isTaken(doc(p()), { 'text/html': '<p>x</p>', 'text/plain': 'x' })).toBe(true);
    expect(isTaken(doc(p()), { 'text/plain': '# x' })).toBe(true);
  });

  it('of an editor like this one, of mere words, without formatting, and in code is left to ProseMirror', () => {
    expect(isTaken(doc(p()), { 'text/html': '<p data-pm-slice="0 0 []">x</p>' })).toBe(false);
    expect(isTaken(doc(p()), { 'text/plain': 'des mots' })).toBe(false);
    expect(isTaken(doc(p()), { 'text/html': '<b>x</b>', 'text/plain': '# x' }, true)).toBe(false);
    expect(isTaken(doc(p()), { 'text/html': '<img src="a.png">', file: 'a.png' })).toBe(false);
    expect(isTaken(doc(code('x')), { 'text/html': '<b>x</b>', 'text/plain': '# x' })).toBe(false);
  });
});
