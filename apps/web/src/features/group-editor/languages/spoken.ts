import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** A language as text says it; null: that of what is around it. */
export interface Spoken {
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
}

/** The language of the whole document, as its text is marked with it on the page. */
export function documentLanguage({ view }: Editor): string {
  return view.dom.lang;
}

/** What the text at the caret says about its language: the words themselves, else the innermost block that does. */
export function spokenAt({ state }: Editor): Spoken {
  const { $from } = state.selection;
  const [words] =
    ($from.nodeAfter ?? $from.nodeBefore)?.marks.filter(({ type }) => type.name === 'language') ?? [];
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { lang, dir } = attrsOf($from.node(depth));
    if (lang !== null || dir !== null) return { lang: langOf(words?.attrs['lang']) ?? lang, dir };
  }
  return { lang: langOf(words?.attrs['lang']), dir: null };
}

/** Says the language of the selected words; null takes it away. */
export function speakWords(editor: Editor, lang: string | null): void {
  const chain = editor.chain().focus();
  if (lang === null) chain.unsetMark('language').run();
  else chain.setMark('language', { lang }).run();
}

/**
 * Says the language of the lines that are selected or hold the caret, and of every list, table or outcome all of whose
 * lines are among them: the sign of a list stands on the side its language begins at. `own`: the language of the
 * document, said in words where something around still says another one.
 */
export function speakBlocks(editor: Editor, spoken: Spoken, own: Spoken): void {
  const { doc, selection, tr } = editor.state;
  const lines = new Set<Node>();
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.isTextblock && 'lang' in node.attrs) lines.add(node);
  });
  doc.descendants((node, position, parent) => {
    if (!('lang' in node.attrs) || !isCovered(node, lines)) return;
    const left = spoken.lang === null && parent && saysAnother(doc, position, lines) ? own : spoken;
    tr.setNodeAttribute(position, 'lang', left.lang).setNodeAttribute(position, 'dir', left.dir);
  });
  editor.view.dispatch(tr);
  editor.view.focus();
}

function isCovered(node: Node, lines: ReadonlySet<Node>): boolean {
  if (node.isTextblock) return lines.has(node);
  let [some, all] = [false, true];
  node.descendants((inner) => {
    if (!inner.isTextblock) return true;
    some = true;
    all &&= lines.has(inner);
    return false;
  });
  return some && all;
}

/** Whether something around the place goes on saying a language. */
function saysAnother(doc: Node, position: number, lines: ReadonlySet<Node>): boolean {
  const $place = doc.resolve(position);
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const around = $place.node(depth);
    if (attrsOf(around).lang !== null && !isCovered(around, lines)) return true;
  }
  return false;
}

function attrsOf(node: Node): Spoken {
  const dir: unknown = node.attrs['dir'];
  return { lang: langOf(node.attrs['lang']), dir: dir === 'ltr' || dir === 'rtl' ? dir : null };
}

function langOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
