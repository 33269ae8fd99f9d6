// @vitest-environment jsdom
import { blocks } from '@plenary/blocks';
import { documentExtensions } from '@plenary/document';
import { Editor } from '@tiptap/core';
import { afterEach, expect, it } from 'vitest';
import { taskBoxes } from './task-box.ts';

const task = (text: string, checked: boolean) => ({
  type: 'taskItem',
  attrs: { checked },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const editors: Editor[] = [];

function open(editable = true) {
  const element = document.body.appendChild(document.createElement('div'));
  const editor = new Editor({
    element,
    editable,
    extensions: [...documentExtensions(blocks), taskBoxes(() => 'Fait')],
    content: {
      type: 'doc',
      content: [{ type: 'taskList', content: [task('one', true), task('two', false)] }],
    },
  });
  editors.push(editor);
  const boxes = () => [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const checked = () => boxes().map((box) => box.checked);
  const stored = () => {
    const found: unknown[] = [];
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'taskItem') found.push(node.attrs['checked']);
    });
    return found;
  };
  return { editor, boxes, checked, stored };
}

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

it('shows what is done, with a name for who cannot see it', () => {
  const { boxes, checked } = open();
  expect(checked()).toEqual([true, false]);
  expect(boxes().map((box) => box.getAttribute('aria-label'))).toEqual(['Fait', 'Fait']);
});

it('is ticked in the text, and follows what others tick', () => {
  const { editor, boxes, checked, stored } = open();
  boxes()[1]?.click();
  expect(stored()).toEqual([true, true]);
  expect(checked()).toEqual([true, true]);
  editor.view.dispatch(editor.state.tr.setNodeAttribute(1, 'checked', false));
  expect(checked()).toEqual([false, true]);
});

it('cannot be ticked by whoever may only read', () => {
  const { boxes, checked, stored } = open(false);
  boxes()[1]?.click();
  expect(stored()).toEqual([true, false]);
  expect(checked()).toEqual([true, false]);
});
