// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { doc, h, li, outcome, p, table, ul } from '@plenary/testing';
import { describe, expect, it } from 'vitest';
import { FORMATTING, MORE } from './formatting.ts';
import { markdownShortcuts } from './markdown-shortcuts.ts';
import { taskBoxes } from './task-box.ts';
import { pairWith, press, type } from './testing/people.ts';
import { writingKeys } from './writing-keys.ts';

const EXTENSIONS = [markdownShortcuts, writingKeys, taskBoxes(() => 'Done')];

/** What becomes of a document when somebody types this into its first paragraph. */
function typed(text: string, content: DocNode = doc(p())): string {
  const pair = pairWith(content, EXTENSIONS);
  pair.ada.commands.setTextSelection(firstLine(content));
  type(pair.ada, text);
  pair.meet();
  return outline(pair.content());
}

/** The position inside the first block of text. */
function firstLine(content: DocNode): number {
  const first = content.content?.[0];
  return first && first.type !== 'paragraph' && first.content?.[0]?.type !== 'text'
    ? 1 + firstLine(first)
    : 1;
}

/** Nodes by name, text with its marks. */
function outline(node: DocNode): string {
  if (node.text !== undefined) {
    const marks = (node.marks ?? []).map((mark) => mark.type).join('+');
    return marks === '' ? node.text : `<${marks}>${node.text}</>`;
  }
  const inside = (node.content ?? []).map(outline).join('');
  const done = node.attrs?.['checked'] === true ? ' done' : '';
  return node.type === 'doc' ? inside : `(${node.type}${done} ${inside})`;
}

describe('what is typed as Markdown', () => {
  it.each([
    ['# Titre', '(heading Titre)'],
    ['## Titre', '(heading Titre)'],
    ['- un', '(bulletList (listItem (paragraph un)))'],
    ['* un', '(bulletList (listItem (paragraph un)))'],
    ['1. un', '(orderedList (listItem (paragraph un)))'],
    ['> dit', '(blockquote (paragraph dit))'],
    ['``` x', '(codeBlock x)'],
    ['**fort** ', '(paragraph <bold>fort</> )'],
    ['*doux* ', '(paragraph <italic>doux</> )'],
    ['`let` ', '(paragraph <code>let</> )'],
    ['~~non~~ ', '(paragraph <strike>non</> )'],
    ['[ ] faire', '(taskList (taskItem (paragraph faire)))'],
    ['[] faire', '(taskList (taskItem (paragraph faire)))'],
    ['[x] fait', '(taskList (taskItem done (paragraph fait)))'],
    ['- [ ] faire', '(taskList (taskItem (paragraph faire)))'],
    ['[le rapport](https://exemple.org/r) ', '(paragraph <link>le rapport</> )'],
    ['voir [ici](exemple.org), puis', '(paragraph voir <link>ici</>, puis)'],
  ])('%j becomes %s', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  it('a rule is made of three hyphens', () => {
    expect(typed('---')).toContain('(horizontalRule )');
  });

  it.each([
    ['[x](javascript:alert(1)) ', '(paragraph [x](javascript:alert(1)) )'],
    ['tableau[0](1) ', '(paragraph tableau[0](1) )'],
  ])('%j is no link', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  it('begins a task in a cell and in an outcome', () => {
    expect(typed('[ ] a', doc(table([p()])))).toBe(
      '(table (tableRow (tableHeader (taskList (taskItem (paragraph a))))))',
    );
    expect(typed('[ ] a', doc(outcome('insight', { id: '0123456789abcdef' }, p())))).toBe(
      '(insight (taskList (taskItem (paragraph a))))',
    );
  });

  it('stays what it is in a heading and in the middle of a line', () => {
    expect(typed('[ ] a', doc(h(2, 'b')))).toBe('(heading [ ] ab)');
    expect(typed('a [ ] b')).toBe('(paragraph a [ ] b)');
  });

  it('comes back by one undo', () => {
    const { ada, meet, content } = pairWith(doc(p()), EXTENSIONS);
    ada.commands.setTextSelection(1);
    type(ada, '[ ] ');
    expect(press(ada, 'Backspace')).toBe(true);
    meet();
    expect(outline(content())).toBe('(paragraph [ ] )');
  });
});

it('a key ticks the task the caret is in, for everybody', () => {
  const { ada, meet, content } = pairWith(doc(ul(li('x'))), EXTENSIONS);
  ada.chain().setTextSelection(4).toggleTaskList().run();
  press(ada, 'Enter', { ctrlKey: true });
  meet();
  expect(outline(content())).toBe('(taskList (taskItem done (paragraph x)))');
  press(ada, 'Enter', { ctrlKey: true });
  meet();
  expect(outline(content())).toBe('(taskList (taskItem (paragraph x)))');
});

it('keys set letters high and low, one or the other', () => {
  const { ada, content, meet } = pairWith(doc(p('CO2')), EXTENSIONS);
  ada.commands.setTextSelection({ from: 3, to: 4 });
  press(ada, '.', { ctrlKey: true });
  press(ada, ',', { ctrlKey: true });
  meet();
  expect(outline(content())).toBe('(paragraph CO<subscript>2</>)');
});

it('every tool is named once', () => {
  const ids = [...FORMATTING.flatMap(({ tools }) => tools), ...MORE].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

describe('undo', () => {
  it('takes back what one wrote oneself, and neither the template nor what others wrote', () => {
    const { ada, ben, meet, content } = pairWith(doc(h(2, 'Constats'), p()), EXTENSIONS);
    ben.commands.insertContentAt(11, 'de Ben');
    meet();
    ada.commands.insertContentAt(1, 'Nos ');
    meet();
    for (let times = 0; times < 5; times += 1) ada.commands.undo();
    meet();
    expect(outline(content())).toBe('(heading Constats)(paragraph de Ben)');
  });
});
