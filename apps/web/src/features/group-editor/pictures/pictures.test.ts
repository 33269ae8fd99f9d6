// @vitest-environment jsdom
import type { PictureView } from '@plenary/protocol';
import type { DocNode } from '@plenary/document';
import { doc, p } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it, vi } from 'vitest';
import { RequestFailed } from '../../../api/request.ts';
import { onSaid } from '../said.ts';
import { type Pair, pairWith, press, type } from '../testing/people.ts';
import { bringPictures } from './bring-pictures.ts';
import { bringPastedPictures } from './pasted-pictures.ts';
import { pictureKeys } from './picture-keys.ts';
import { placeBehind, placeForNext } from './picture-places.ts';
import { pictureViews } from './picture-view.ts';
import type { Sending } from '../../../api/send-file.ts';
import { uploadsIn } from './uploads.ts';

const ASSET = 'ab'.repeat(32);
const figure = (alt: string | null, caption = '') => ({
  type: 'figure',
  attrs: { asset: ASSET, alt, width: 40, height: 30 },
  ...(caption !== '' && { content: [{ type: 'text', text: caption }] }),
});
const photo = (name = 'salle.jpg', kind = 'image/jpeg') => new File(['bytes'], name, { type: kind });

const words = {
  address: (asset: string) => `/pictures/${asset}`,
  caption: () => 'Caption',
  missing: () => 'Missing',
};

/** A server that answers when it is told to. */
interface Post {
  readonly sent: { readonly name: string; readonly onProgress: Sending['onProgress'] }[];
  answer(id: string): Promise<void>;
  fail(error: Error): Promise<void>;
}

function openPair(content = doc(p('before'), p(''), p('after'))): Pair & { post: Post } {
  const waiting: { resolve: (view: PictureView) => void; reject: (error: Error) => void }[] = [];
  const sent: Post['sent'][number][] = [];
  const send = async (file: File, { onProgress }: Sending): Promise<PictureView> => {
    sent.push({ name: file.name, onProgress });
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  // What follows an answer comes in promises of its own.
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const pair = pairWith(content, [pictureViews(words), pictureKeys({ path: '/pictures', send })]);
  return {
    ...pair,
    post: {
      sent,
      async answer(id) {
        waiting.shift()?.resolve({ id, width: 40, height: 30 });
        await settled();
      },
      async fail(error) {
        waiting.shift()?.reject(error);
        await settled();
      },
    },
  };
}

/** What stands in the text, a block a line. */
function told(editor: Editor): string[] {
  const lines: string[] = [];
  editor.state.doc.forEach((node) => {
    lines.push(node.type.name === 'figure' ? `figure "${node.textContent}"` : node.textContent);
  });
  return lines;
}

function caretIn(editor: Editor, text: string): void {
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === text)
      editor.view.dispatch(
        editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position + 1)),
      );
  });
}

async function bring(editor: Editor, ...files: readonly File[]): Promise<void> {
  bringPictures(editor, files, placeBehind(editor.state.selection.$to));
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const shown = (editor: Editor) => [...editor.view.dom.querySelectorAll<HTMLElement>('.plenary-upload')];

describe('a picture that somebody brings', () => {
  it('is in the text only when the server has it; until then only its place, and only here', async () => {
    const { ada, ben, meet, post } = openPair();
    caretIn(ada, 'before');
    await bring(ada, photo());
    expect(told(ada)).toEqual(['before', '', 'after']);
    expect(shown(ada)).toHaveLength(1);
    post.sent[0]?.onProgress(0.5);
    expect(shown(ada)[0]?.querySelector('progress')?.value).toBe(0.5);
    meet();
    expect(shown(ben)).toHaveLength(0);
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', 'figure ""', '', 'after']);
    expect(shown(ada)).toHaveLength(0);
    meet();
    expect(told(ben)).toEqual(told(ada));
    expect(ben.view.dom.querySelector('img')?.getAttribute('src')).toBe(`/pictures/${ASSET}`);
  });

  it('comes where it was put, whatever is written meanwhile, here and elsewhere', async () => {
    const { ada, ben, meet, post } = openPair();
    caretIn(ada, 'before');
    await bring(ada, photo());
    caretIn(ben, 'before');
    type(ben, 'well ');
    ben.commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: 'first' }] });
    meet();
    caretIn(ada, 'well before');
    type(ada, 'very ');
    meet();
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['first', 'very well before', 'figure ""', '', 'after']);
  });

  it('takes the place of an empty paragraph, and leaves one to write on behind it', async () => {
    const { ada, post } = openPair(doc(p('before'), p('text'), p('')));
    ada.commands.focus('end');
    await bring(ada, photo());
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', 'text', 'figure ""', '']);
    type(ada, 'on');
    expect(told(ada).at(-1)).toBe('on');
  });

  it('stands behind an outcome, which has no place for it', async () => {
    const outcome = { type: 'insight', attrs: { id: '0123456789abcdef' }, content: [p('seen')] };
    const { ada, post } = openPair(doc(p('before'), outcome, p('after')));
    caretIn(ada, 'seen');
    await bring(ada, photo());
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', 'seen', 'figure ""', 'after']);
  });

  it('stands behind those that were brought to the same place before', async () => {
    const { ada } = openPair(doc(p('before'), figure('one'), figure('two'), p('after')));
    caretIn(ada, 'before');
    expect(ada.state.doc.resolve(placeForNext(ada.state)).nodeAfter?.textContent).toBe('after');
    expect(ada.state.doc.resolve(placeBehind(ada.state.selection.$to)).nodeAfter?.type.name).toBe('figure');
  });

  it('is one step to undo, and leaves the steps before it as they were', async () => {
    const { ada, ben, meet, post } = openPair();
    caretIn(ada, 'before');
    type(ada, 'well ');
    await bring(ada, photo());
    caretIn(ben, 'after');
    type(ben, 'long ');
    meet();
    await post.answer(ASSET);
    caretIn(ada, 'well before');
    ada.commands.undo();
    expect(told(ada)).toEqual(['well before', '', 'long after']);
    ada.commands.undo();
    expect(told(ada)).toEqual(['before', '', 'long after']);
    ada.commands.redo();
    ada.commands.redo();
    expect(told(ada)).toEqual(['well before', 'figure ""', '', 'long after']);
    meet();
    expect(told(ben)).toEqual(told(ada));
  });

  it('comes along with a page that holds it; of those that lie elsewhere it is said that they did not', async () => {
    const { ada, post } = openPair();
    caretIn(ada, 'before');
    const page = `<p>notes <img src="data:image/png;base64,AAAA"> <img src="https://sommet.eu/a.png"> <img src="file:///b.png">
      <img width="1" src="https://count.er/x"></p><figure data-asset="${ASSET}"><img></figure>`;
    bringPastedPictures(ada, page);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(post.sent.map(({ name }) => name)).toEqual(['image.png']);
    expect(shown(ada)[0]?.textContent).toContain('2 images n’ont pas été collées');
    shown(ada)[0]?.querySelector<HTMLElement>('button:not([hidden])')?.click();
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', 'figure ""', '', 'after']);
    expect(shown(ada)).toEqual([]);
  });

  it('waits for the one before it, and they stand in their order', async () => {
    const { ada, post } = openPair();
    caretIn(ada, 'before');
    await bring(ada, photo('one.jpg'), photo('two.jpg'));
    expect(post.sent.map(({ name }) => name)).toEqual(['one.jpg']);
    await post.answer('01'.repeat(32));
    expect(post.sent.map(({ name }) => name)).toEqual(['one.jpg', 'two.jpg']);
    await post.answer('02'.repeat(32));
    const assets: unknown[] = [];
    ada.state.doc.forEach(({ attrs }) => attrs['asset'] !== undefined && assets.push(attrs['asset']));
    expect(assets).toEqual(['01'.repeat(32), '02'.repeat(32)]);
  });

  it('that did not get through says why, is kept, and can be sent again or given up', async () => {
    const { ada, post } = openPair();
    const said: string[] = [];
    onSaid(ada, (sentence) => said.push(sentence));
    caretIn(ada, 'before');
    await bring(ada, photo(), photo('two.jpg'));
    await post.fail(new RequestFailed('unreachable', undefined));
    await post.fail(new RequestFailed('picture-damaged', 'This picture is damaged.'));
    expect(told(ada)).toEqual(['before', '', 'after']);
    const [first, second] = shown(ada);
    expect(first?.textContent).toContain('Le serveur n’est pas joignable.');
    expect(second?.querySelector('p')?.textContent).toBe('This picture is damaged.');
    const buttons = (box?: HTMLElement) =>
      [...(box?.querySelectorAll('button') ?? [])].filter(({ hidden }) => !hidden);
    expect(buttons(first).map(({ textContent }) => textContent)).toEqual(['Réessayer', 'Retirer']);
    expect(buttons(second).map(({ textContent }) => textContent)).toEqual(['Retirer']);
    expect(said).toEqual([
      'Envoi de 2 images.',
      expect.stringContaining('pas joignable'),
      'This picture is damaged.',
    ]);
    buttons(second)[0]?.click();
    buttons(first)[0]?.click();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', 'figure ""', '', 'after']);
    expect(uploadsIn(ada)).toEqual([]);
  });

  it('is refused at once where it is no picture', async () => {
    const { ada, post } = openPair();
    await bring(ada, photo('budget.pdf', 'application/pdf'));
    expect(post.sent).toEqual([]);
    expect(shown(ada)[0]?.textContent).toContain('n’est pas une image');
  });

  it('is not put into a text that nobody may change any more', async () => {
    const { ada, post } = openPair();
    await bring(ada, photo());
    ada.setEditable(false);
    await post.answer(ASSET);
    expect(told(ada)).toEqual(['before', '', 'after']);
  });
});

describe('a picture in the text', () => {
  /** The controls are loaded after the text. */
  async function openText(content: DocNode): Promise<Pair> {
    const pair = openPair(content);
    await vi.dynamicImportSettled();
    return pair;
  }
  const at = (editor: Editor) => editor.view.dom.querySelector<HTMLElement>('figure')!;
  const field = (editor: Editor) => at(editor).querySelector<HTMLInputElement>('input[type=text]')!;
  const box = (editor: Editor) => at(editor).querySelector<HTMLInputElement>('input[type=checkbox]')!;
  const altOf = (editor: Editor): unknown => editor.state.doc.child(1).attrs['alt'];

  it('keeps its place before it is there, and is loaded when it is near', async () => {
    const { ada } = await openText(doc(p('before'), figure('La salle'), p('after')));
    const image = at(ada).querySelector('img');
    expect(image?.getAttribute('loading')).toBe('lazy');
    expect([image?.getAttribute('width'), image?.getAttribute('height'), image?.alt]).toEqual([
      '40',
      '30',
      'La salle',
    ]);
  });

  it('asks for a description; what is written there is everybody’s', async () => {
    const { ada, ben, meet } = await openText(doc(p('before'), figure(null), p('after')));
    expect(at(ada).hasAttribute('data-undescribed')).toBe(true);
    field(ada).value = 'Le tableau des idées';
    field(ada).dispatchEvent(new Event('input'));
    expect(altOf(ada)).toBeNull();
    field(ada).dispatchEvent(new Event('change'));
    meet();
    expect([altOf(ada), altOf(ben), field(ben).value]).toEqual(Array(3).fill('Le tableau des idées'));
    expect(at(ben).hasAttribute('data-undescribed')).toBe(false);
  });

  it('that only decorates is not asked again, and what others say is not written over', async () => {
    const { ada, ben, meet } = await openText(doc(p('before'), figure(null), p('after')));
    box(ada).checked = true;
    box(ada).dispatchEvent(new Event('change'));
    meet();
    expect([altOf(ben), box(ben).checked, field(ben).disabled]).toEqual(['', true, true]);
    box(ben).checked = false;
    box(ben).dispatchEvent(new Event('change'));
    meet();
    expect(altOf(ada)).toBeNull();
    field(ada).value = 'half a wo';
    field(ada).dispatchEvent(new Event('input'));
    field(ben).value = 'Whole';
    field(ben).dispatchEvent(new Event('change'));
    meet();
    expect(field(ada).value).toBe('half a wo');
  });

  it('has no controls where one only reads, and no empty caption', async () => {
    const { ada } = await openText(doc(p('before'), figure('x'), p('after')));
    ada.setEditable(false);
    expect(at(ada).querySelector<HTMLElement>('.plenary-picture-controls')?.hidden).toBe(true);
    expect(at(ada).querySelector('figcaption')?.hidden).toBe(true);
  });

  it('is left by Enter, selected by Backspace, and described from there by Enter', async () => {
    const { ada } = await openText(doc(p('before'), figure(null, 'Midi'), p('after')));
    caretIn(ada, 'Midi');
    expect(press(ada, 'Backspace')).toBe(true);
    expect(ada.state.selection).toBeInstanceOf(NodeSelection);
    expect(told(ada)).toEqual(['before', 'figure "Midi"', 'after']);
    press(ada, 'Enter');
    expect(document.activeElement).toBe(field(ada));
    field(ada).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
    expect(ada.state.selection).toBeInstanceOf(NodeSelection);
    caretIn(ada, 'Midi');
    press(ada, 'Enter');
    expect(ada.state.selection.$from.parent.textContent).toBe('after');
    expect(told(ada)).toEqual(['before', 'figure "Midi"', 'after']);
  });

  it('never becomes a heading, a list or an outcome, whatever is pressed or typed in its caption', async () => {
    const { ada } = await openText(doc(p('before'), figure(null, 'Midi'), p('after')));
    const whole = ['before', 'figure "Midi"', 'after'];
    caretIn(ada, 'Midi');
    ada.commands.toggleHeading({ level: 2 });
    ada.commands.toggleCodeBlock();
    ada.commands.setParagraph();
    expect(told(ada)).toEqual(whole);
    for (const signs of ['# ', '1. ', '- ']) {
      const caption = ada.state.doc.child(1).textContent;
      caretIn(ada, caption);
      type(ada, signs);
      expect(ada.state.doc.child(1).type.name).toBe('figure');
      expect(ada.state.doc.child(1).textContent).toBe(`${signs}${caption}`);
    }
  });

  it('can be removed, and undone', async () => {
    const { ada } = await openText(doc(p('before'), figure(null, 'Midi'), p('after')));
    at(ada).querySelector('button')?.click();
    expect(told(ada)).toEqual(['before', 'after']);
    ada.commands.undo();
    expect(told(ada)).toEqual(['before', 'figure "Midi"', 'after']);
  });
});
