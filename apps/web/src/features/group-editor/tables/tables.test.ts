// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { doc, h, p, table } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { pairWith, press } from '../testing/people.ts';
import { type Pull, pullColumn } from './column-width.ts';
import { NARROWEST_COLUMN, tableFrames } from './table-frame.ts';
import { tableKeys } from './table-keys.ts';
import { TABLE_TOOLS, tableSize } from './table-tools.ts';

const CELLS = table([p('a'), p('b')], [p('c'), p('d')]);
const heard: Pull[] = [];
const open = (content: DocNode) => pairWith(content, [tableFrames, tableKeys((_, pull) => heard.push(pull))]);

/** Puts the caret behind the first place these letters stand at. */
function goTo(editor: Editor, letters: string): void {
  editor.state.doc.descendants((node, position) => {
    if (node.text === letters) editor.commands.setTextSelection(position + letters.length);
  });
}

function run(editor: Editor, id: string): void {
  TABLE_TOOLS.flat()
    .find((tool) => tool.id === id)
    ?.run(editor);
}

/** The text of a document, a line a block, cells of a row between bars. */
function shown(node: DocNode): string {
  const inside = (node.content ?? []).map(shown);
  if (node.type === 'tableRow') return inside.join('|');
  return node.text ?? inside.join(['doc', 'table'].includes(node.type) ? '\n' : '');
}

describe('the tools of a table', () => {
  it('add and delete rows and columns where the caret is, for everybody', () => {
    const { ada, meet, content } = open(doc(p('x'), CELLS, p('y')));
    goTo(ada, 'c');
    run(ada, 'rowBefore');
    run(ada, 'columnAfter');
    expect(tableSize(ada)).toEqual({ rows: 3, columns: 3 });
    run(ada, 'rowAfter');
    run(ada, 'columnBefore');
    meet();
    expect(shown(content())).toBe('x\n|a||b\n|||\n|c||d\n|||\ny');
    run(ada, 'deleteColumn');
    run(ada, 'deleteRow');
    meet();
    expect(shown(content())).toBe('x\n||b\n||\n||\ny');
  });

  it('merge a cell with the next one without a selection, and split it again', () => {
    const { ada, meet, content } = open(doc(CELLS));
    goTo(ada, 'a');
    run(ada, 'merge');
    meet();
    expect(content().content?.[0]?.content?.[0]?.content).toMatchObject([{ attrs: { colspan: 2 } }]);
    expect(shown(content())).toBe('ab\nc|d');
    run(ada, 'split');
    expect(tableSize(ada)).toEqual({ rows: 2, columns: 2 });
  });

  it('leave text that another person writes into a cell meanwhile', () => {
    const { ada, ben, meet, content } = open(doc(CELLS));
    goTo(ada, 'a');
    run(ada, 'columnAfter');
    goTo(ben, 'd');
    ben.commands.insertContent('!');
    meet();
    expect(shown(content())).toBe('a||b\nc||d!');
  });
});

describe('the width of a column', () => {
  it('is changed by keys, told, and the same in each of its rows', () => {
    const { ada, meet, content } = open(doc(CELLS));
    goTo(ada, 'd');
    heard.length = 0;
    press(ada, 'ArrowRight', { altKey: true, shiftKey: true });
    press(ada, 'ArrowRight', { altKey: true, shiftKey: true });
    expect(heard).toEqual([
      { column: 2, width: 100 },
      { column: 2, width: 120 },
    ]);
    meet();
    const widths = content().content?.[0]?.content?.map((row) =>
      row.content?.map((cell) => cell.attrs?.['colwidth'] ?? null),
    );
    expect(widths).toEqual([
      [null, [120]],
      [null, [120]],
    ]);
  });

  it('never becomes less than a letter or two', () => {
    const { ada } = open(doc(CELLS));
    goTo(ada, 'a');
    for (let step = 0; step < 5; step += 1) pullColumn(ada, -1);
    expect(pullColumn(ada, -1)).toEqual({ column: 1, width: NARROWEST_COLUMN });
  });

  it('is nobody’s affair outside of a table', () => {
    const { ada } = open(doc(p('x')));
    expect(pullColumn(ada, 1)).toBeUndefined();
    expect(press(ada, 'ArrowRight', { altKey: true, shiftKey: true })).toBe(false);
  });
});

describe('the way out of a table', () => {
  it('by Mod-Enter is the line below, which is made where there is none', () => {
    const { ada, meet, content } = open(doc(CELLS));
    goTo(ada, 'a');
    expect(press(ada, 'Enter', { ctrlKey: true })).toBe(true);
    ada.commands.insertContent('below');
    meet();
    expect(shown(content())).toBe('a|b\nc|d\nbelow');
  });

  it('is taken when there is one', () => {
    const { ada, meet, content } = open(doc(CELLS, h(2, 'y')));
    goTo(ada, 'b');
    press(ada, 'Enter', { ctrlKey: true });
    ada.commands.insertContent('n');
    meet();
    expect(shown(content())).toBe('a|b\nc|d\nny');
  });
});
