// @vitest-environment jsdom
import { type DocNode, documentExtensions } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import { Editor, type JSONContent } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BlockServicesContext, blockViews, editorBlocks } from './react.tsx';
import { blocks } from './index.ts';

let root: Root;
let page: HTMLElement;
let editor: Editor;

// jsdom lays nothing out, and a focused editor asks, a frame later, where the caret is in order to scroll there.
Range.prototype.getClientRects = () => page.getClientRects();
Range.prototype.getBoundingClientRect = () => page.getBoundingClientRect();

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('main'));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  editor.destroy();
  page.remove();
  vi.unstubAllGlobals();
});

async function show(content: DocNode[], lang: Lang = 'fr', editable = true): Promise<void> {
  editor = new Editor({
    extensions: documentExtensions(editorBlocks),
    // Tiptap asks for a mutable tree and does not change it.
    content: { type: 'doc', content } as JSONContent,
    editable,
  });
  const services = {
    lang,
    editable,
    people: ['Ada', 'Grace'],
    programme: ['L’Atelier'],
    today: () => '2016-10-12',
  };
  await act(async () =>
    root.render(
      <BlockServicesContext value={services}>
        <EditorContent editor={editor} />
      </BlockServicesContext>,
    ),
  );
  // Node views are rendered by the editor after React is done.
  await act(async () => {});
}

const block = (type: string, attrs: object = {}, text = 'Words'): DocNode => ({
  type,
  attrs: { id: 'x', ...attrs },
  content: [{ type: 'paragraph', ...(text !== '' && { content: [{ type: 'text', text }] }) }],
});

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in querySelector
function one<E extends Element = HTMLElement>(selector: string): E {
  const found = page.querySelector<E>(selector);
  if (!found) throw new Error(`${selector} is not on the page: ${page.innerHTML}`);
  return found;
}

async function enter(input: HTMLInputElement, value: string): Promise<void> {
  await act(async () => {
    input.focus();
    // React listens to the setter of the element; the prototype's is the browser's own.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The input with this label. */
function field(label: string): HTMLInputElement {
  const found = [...page.querySelectorAll('input')].find((input) =>
    input.labels?.[0]?.textContent.startsWith(label),
  );
  if (!found) throw new Error(`No field ${label} is on the page: ${page.innerHTML}`);
  return found;
}

const options = () => [...page.querySelectorAll('[role=option]')].map((option) => option.textContent);

async function press(element: HTMLElement, key: string): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

test.each(Object.entries(blocks))(
  '%s is a named group with its icon, its word and its text',
  async (kind, { tone, words }) => {
    await show([block(kind)]);
    const group = one('[role="group"]');
    expect(group.getAttribute('aria-label')).toBe(words.fr.label);
    expect(group.textContent).toContain(words.fr.label);
    expect(group.querySelector('svg[aria-hidden="true"]')).not.toBeNull();
    expect(one('[data-node-view-content] p').textContent).toBe('Words');
    expect(one('[data-node-view-content]').closest('[contenteditable="false"]')).toBeNull();
    expect(group.style.getPropertyValue('--outcome')).toBe(`var(--${tone})`);
  },
);

test('every block has a view and an icon', () => {
  expect(Object.keys(blockViews).toSorted()).toEqual(Object.keys(blocks).toSorted());
});

test('an empty outcome says what to write', async () => {
  await show([block('action', {}, '')], 'en');
  expect(one('[data-empty]').dataset['placeholder']).toBe('What will be done?');
});

describe('picked values', () => {
  test('are written into the document as they are typed, and the caret stays in the input', async () => {
    await show([block('action')]);
    const input = field('Responsable');
    await enter(input, 'Ada ');
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { id: 'x', owner: 'Ada ', due: null } });
    expect(input.value).toBe('Ada ');
    expect(document.activeElement).toBe(input);
    await act(async () => input.blur());
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { owner: 'Ada' } });
    await enter(input, '');
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { owner: null } });
  });

  test('of somebody else show up when they arrive, a day with its weekday', async () => {
    await show([block('action', { due: '2016-10-14' })]);
    expect(field('Échéance').value).toBe('vendredi 14 octobre 2016');
    await act(async () => {
      editor.commands.updateAttributes('action', { due: '2016-12-01' });
    });
    expect(field('Échéance').value).toBe('jeudi 1er décembre 2016');
  });

  test('offer the people present first, then the programme, and the arrows pick', async () => {
    await show([block('action')]);
    const input = field('Responsable');
    await act(async () => input.focus());
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(options()).toEqual(['Adaprésent', 'Graceprésent', 'L’Atelier']);
    await press(input, 'ArrowDown');
    await press(input, 'ArrowDown');
    const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Grace');
    expect(active?.closest('[role=listbox]')?.id).toBe(input.getAttribute('aria-controls'));
    await press(input, 'Enter');
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { owner: 'Grace' } });
    expect(input.value).toBe('Grace');
    expect(options()).toEqual([]);
  });

  test('filter while one types, Escape closes, and anything else may be typed', async () => {
    await show([block('action')]);
    const input = field('Responsable');
    await enter(input, 'atel');
    expect(options()).toEqual(['L’Atelier']);
    await press(input, 'Escape');
    expect(options()).toEqual([]);
    await enter(input, 'le bureau');
    await act(async () => input.blur());
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { owner: 'le bureau' } });
  });

  test('a day is typed as one says it, and shown for what it is taken', async () => {
    await show([block('action')]);
    const input = field('Échéance');
    await act(async () => input.focus());
    expect(options()[0]).toBe('vendredi 14 octobre 2016vendredi');
    await enter(input, 'semaine prochaine');
    expect(options()).toEqual(['vendredi 21 octobre 2016', 'lundi 17 octobre 2016']);
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { due: '2016-10-21' } });
    await act(async () => input.blur());
    expect(input.value).toBe('vendredi 21 octobre 2016');
  });

  test('what is no day is kept as it is, and said to be none', async () => {
    await show([block('action')], 'en');
    const input = field('Due');
    await enter(input, 'before summer');
    await act(async () => input.blur());
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { due: 'before summer' } });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /^Not a date/,
    );
  });

  test('a choice is the browser’s own, and keeps a word of another program', async () => {
    await show([block('action', { status: 'paused' })], 'en');
    const select = one<HTMLSelectElement>('select');
    expect([...select.options].map(({ text }) => text)).toEqual([
      'how far?',
      'Planned',
      'Started',
      'Done',
      'Dropped',
      'paused',
    ]);
    await act(async () => {
      select.value = 'done';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { status: 'done' } });
  });

  test('an address gets its beginning, and what is none is said to be none', async () => {
    await show([block('resource')], 'en');
    await enter(field('Link'), 'example.org/guide');
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { link: 'https://example.org/guide' } });
    await enter(field('Link'), 'the blue book');
    expect(field('Link').getAttribute('aria-invalid')).toBe('true');
  });

  test('are words where the document cannot be changed, the day spelt out', async () => {
    await show(
      [block('action', { due: '2016-10-14' }), block('recommendation', { to: 'réseaux nationaux' })],
      'fr',
      false,
    );
    expect(page.querySelector('input, select, button')).toBeNull();
    expect(page.textContent).toContain('vendredi 14 octobre 2016');
    expect(page.textContent).toContain('qui\u202f?');
    expect(page.textContent).toContain('réseaux nationaux');
  });

  test('of a recommendation are written too', async () => {
    await show([block('recommendation')], 'en');
    await enter(one('input'), 'Parliament');
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { to: 'Parliament' } });
  });
});

describe('the menu', () => {
  const opener = () => one<HTMLButtonElement>('button[aria-expanded]');
  const choice = (name: string) =>
    [...page.querySelectorAll<HTMLButtonElement>('button')].find((button) => button.textContent === name);

  test('opens, and Escape closes it and gives the focus back', async () => {
    await show([block('insight')]);
    expect(opener().getAttribute('aria-label')).toBe('Options\u00a0: Constat');
    await act(async () => opener().click());
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    const remove = choice('Supprimer');
    await act(async () => {
      remove?.focus();
      remove?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener());
  });

  test('turns the outcome back into text', async () => {
    await show([block('insight'), block('question')]);
    await act(async () => opener().click());
    await act(async () => choice('Redevenir du texte')?.click());
    expect(editor.getJSON().content.map(({ type }) => type)).toEqual(['paragraph', 'question']);
  });

  test('deletes the outcome', async () => {
    await show([block('insight'), block('question')], 'en');
    await act(async () => opener().click());
    await act(async () => choice('Delete')?.click());
    expect(editor.getJSON().content.map(({ type }) => type)).toEqual(['question']);
  });
});

describe('the keyboard', () => {
  test('Backspace at the very start turns the outcome back into text', async () => {
    await show([block('insight')]);
    editor.commands.setTextSelection(2);
    await act(async () => {
      editor.commands.keyboardShortcut('Backspace');
    });
    expect(editor.getJSON().content[0]).toMatchObject({ type: 'paragraph' });
  });

  test('Enter in the middle of a heading leaves the part of the template with its first half', async () => {
    const heading = {
      type: 'heading',
      attrs: { level: 2, part: 'findings' },
      content: [{ type: 'text', text: 'Key findings' }],
    };
    await show([heading]);
    editor.commands.setTextSelection(4);
    await act(async () => {
      editor.commands.keyboardShortcut('Enter');
    });
    expect(editor.getJSON().content.map(({ attrs }) => attrs?.['part'])).toEqual(['findings', null]);
  });
});

describe('copy and paste', () => {
  test('HTML of an outcome is the same outcome again', async () => {
    await show([block('action', { owner: 'Ada', due: '2016-10-14' })]);
    const html = editor.getHTML();
    expect(html).toBe(
      '<div data-outcome="action" data-id="x" data-owner="Ada" data-due="2016-10-14"><p>Words</p></div>',
    );
    const before = editor.getJSON();
    await act(async () => {
      editor.commands.setContent(html);
    });
    expect(editor.getJSON()).toEqual(before);
  });
});
