import type { PictureView } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { RequestFailed } from '../../../api/request.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import type { WritingMessages } from '../../../i18n/messages/messages.ts';
import type { MessageKey } from '../../../i18n/translate.ts';
import { writingText } from '../../../i18n/writing-messages.ts';
import { say } from '../said.ts';
import { doorOf } from './picture-door.ts';
import { placeBehind, placeForNext } from './picture-places.ts';
import { sendPicture } from '../../../api/send-picture.ts';
import { uploadView } from './upload-view.ts';
import { placeUpload, takeUpload, type Upload, uploadsIn } from './uploads.ts';
import './uploads.css';

/** Asks for pictures, from the device or from its camera, and brings them to where the caret is. */
export function choosePictures(editor: Editor, from: 'device' | 'camera' = 'device'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.hidden = true;
  if (from === 'camera') input.capture = 'environment';
  else input.multiple = true;
  const at = placeForNext(editor.state);
  input.addEventListener('change', () => {
    input.remove();
    bringPictures(editor, [...(input.files ?? [])], at);
  });
  input.addEventListener('cancel', () => input.remove());
  document.body.append(input);
  input.click();
}

/**
 * Sends pictures one after the other and puts each into the text once the server has it, so that nobody ever sees a
 * picture that is not there. One that cannot be sent stays at its place with the reason, for whoever brought it.
 */
export function bringPictures(editor: Editor, files: readonly File[], at: number): void {
  for (const file of files) {
    const upload: Upload = { name: file.name, file, state: 'sending', share: 0, show: () => undefined };
    showAt(editor, upload, at);
    enqueue(editor, upload);
  }
  if (files.length > 0) say(editor, text('picture.sendingMany', { count: files.length }));
  warnBeforeLeaving(editor);
}

/** Says something at a place in the text, to whoever writes here and nobody else, until it is put away. */
export function tellAt(editor: Editor, at: number, key: Key, count: number): void {
  const sentence = text(key, { count });
  const problem = { sentence, mayRetry: false };
  showAt(editor, { name: sentence, state: 'failed', share: 0, problem, show: () => undefined }, at);
  say(editor, sentence);
}

function showAt(editor: Editor, upload: Upload, at: number): void {
  placeUpload(editor, upload, Math.min(at, editor.state.doc.content.size), (one) =>
    uploadView(one, {
      retry: (again) => enqueue(editor, again),
      drop: (away) => {
        stopping.get(away)?.abort();
        takeUpload(editor, away);
        editor.view.focus();
      },
    }),
  );
}

const queues = new WeakMap<Editor, Promise<void>>();
const stopping = new WeakMap<Upload, AbortController>();

function enqueue(editor: Editor, upload: Upload): void {
  upload.state = 'sending';
  upload.share = 0;
  upload.show();
  const turn = (queues.get(editor) ?? Promise.resolve()).then(async () => transfer(editor, upload));
  queues.set(editor, turn);
}

async function transfer(editor: Editor, upload: Upload): Promise<void> {
  const [door, { file }] = [doorOf(editor), upload];
  // Somebody has taken it away while it waited.
  if (
    door === undefined ||
    file === undefined ||
    editor.isDestroyed ||
    !uploadsIn(editor).some((one) => one.upload === upload)
  )
    return;
  const controller = new AbortController();
  stopping.set(upload, controller);
  try {
    if (!file.type.startsWith('image/')) throw new RequestFailed('picture-kind', undefined);
    const picture = await (door.send ?? sendPicture)(file, {
      path: door.path,
      signal: controller.signal,
      onProgress: (share) => {
        upload.share = share;
        upload.show();
      },
    });
    const at = takeUpload(editor, upload);
    if (at === undefined || controller.signal.aborted || !editor.isEditable) return;
    insertPicture(editor, picture, at);
    say(editor, text('picture.added'));
  } catch (error) {
    const { code, detail } =
      error instanceof RequestFailed ? error : new RequestFailed('unreachable', undefined);
    const sentence = detail ?? text(SENTENCES[code] ?? 'picture.unreachable');
    upload.state = 'failed';
    upload.problem = { sentence, mayRetry: !HOPELESS.has(code) };
    upload.show();
    if (!controller.signal.aborted) say(editor, sentence);
  }
}

/** What is known here without asking the server. */
const SENTENCES: Readonly<Partial<Record<RequestFailed['code'], Key>>> = {
  'picture-kind': 'picture.kind',
  'picture-too-large': 'picture.tooLarge',
};

/** The same file will not do the next time either. */
const HOPELESS: ReadonlySet<RequestFailed['code']> = new Set([
  'picture-kind',
  'picture-damaged',
  'picture-too-large',
  'pictures-full',
]);

/** Puts the picture at its place: instead of an empty paragraph before it, and never as the last thing in the text. */
function insertPicture(editor: Editor, { id, width, height }: PictureView, at: number): void {
  const { state, view } = editor;
  const { figure, paragraph } = state.schema.nodes;
  if (!figure || !paragraph) return;
  const place = placeBehind(state.doc.resolve(at));
  const $place = state.doc.resolve(place);
  const { nodeBefore } = $place;
  const isBlank = nodeBefore?.type === paragraph && nodeBefore.content.size === 0;
  // The first paragraph of an item belongs to it, empty or not.
  const replaces = isBlank && $place.index() > 1;
  const from = replaces ? place - nodeBefore.nodeSize : place;
  const hadCaret = replaces && state.selection.from > from && state.selection.to < place;
  const tr = state.tr.replaceWith(from, place, figure.create({ asset: id, width, height }));
  const end = from + 2;
  if (tr.doc.resolve(end).nodeAfter === null) tr.insert(end, paragraph.create());
  if (hadCaret) {
    const next = tr.doc.resolve(end).nodeAfter;
    tr.setSelection(TextSelection.create(tr.doc, next?.isTextblock === true ? end + 1 : end - 1));
  }
  view.dispatch(tr);
}

/** What is not on the server yet is gone with the page. */
function warnBeforeLeaving(editor: Editor): void {
  if (warned.has(editor)) return;
  warned.add(editor);
  const warn = (event: BeforeUnloadEvent) => {
    if (!editor.isDestroyed && uploadsIn(editor).some(({ upload }) => upload.file !== undefined))
      event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  editor.on('destroy', () => window.removeEventListener('beforeunload', warn));
}

const warned = new WeakSet<Editor>();

type Key = MessageKey<WritingMessages>;

function text(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return writingText(currentLanguage())(key, values);
}
