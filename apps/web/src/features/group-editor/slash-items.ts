import { blocks, insertOutcome, isKind, unwrapOutcome } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import type { Editor } from '@tiptap/core';
import { type LucideIcon, Pilcrow } from 'lucide-react';
import { applyTool, FORMATTING, MORE, type Tool } from './formatting.ts';
import { newId } from './new-id.ts';
import { KINDS } from './outcome-shortcuts.ts';

/** Something the slash menu offers. */
export interface SlashItem {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** The colour of an outcome kind. */
  readonly tone?: string;
  /** What begins it without the menu. */
  readonly prefix?: string;
  /** Its names in every language, ready to compare. */
  readonly names: readonly string[];
  readonly run: (editor: Editor) => unknown;
}

/** Words of the interface: in the language shown, and in every language for finding. */
export interface ItemWords {
  readonly lang: 'fr' | 'en';
  readonly tool: (id: Tool['id']) => string;
  readonly text: string;
  /** The names of a tool, or of turning back, in every language. */
  readonly namesOf: (id: Tool['id'] | 'text') => readonly string[];
}

/** Everything there is: the kinds of outcome first, then what gives a text its form. */
export function slashItems(words: ItemWords): readonly SlashItem[] {
  const outcomes = KINDS.map((kind): SlashItem => {
    const { tone, words: own } = blocks[kind];
    const { icon, prefixes } = blockViews[kind];
    const names = Object.values(own).flatMap(({ label, plural }) => [label, plural]);
    return {
      id: kind,
      icon,
      label: own[words.lang].label,
      tone,
      prefix: prefixes[0],
      names: names.map(comparable),
      run: (editor) => editor.chain().focus().command(insertOutcome(kind, newId())).run(),
    };
  });
  const forms = [...FORMATTING.flatMap(({ tools }) => tools), ...MORE]
    .filter(({ id, isOffered }) => !MARKS_AND_STEPS.has(id) && (isOffered?.() ?? true))
    .map((tool): SlashItem => {
      const names = words.namesOf(tool.id).map(comparable);
      return {
        id: tool.id,
        icon: tool.icon,
        label: words.tool(tool.id),
        ...(tool.typed !== undefined && !tool.typed.includes('…') && { prefix: tool.typed }),
        names,
        run: (editor) => applyTool(editor, tool),
      };
    });
  const text: SlashItem = {
    id: 'text',
    icon: Pilcrow,
    label: words.text,
    names: words.namesOf('text').map(comparable),
    run: (editor) => editor.chain().focus().command(unwrapOutcome()).run(),
  };
  return [...outcomes, text, ...forms];
}

/** What fits what is typed, in any language, here: a word of its name begins like it. */
export function fitting(items: readonly SlashItem[], query: string, editor: Editor): readonly SlashItem[] {
  const wanted = comparable(query);
  const inside = isInOutcome(editor);
  return items.filter(({ id, names }) => {
    // Outside of an outcome there is nothing to turn back; inside there are no headings and tables.
    if (inside ? HEAVY.has(id) : id === 'text') return false;
    return names.some((name) => ` ${name}`.includes(` ${wanted}`));
  });
}

/** What is done to words that are there already, or is no form of the text. */
const MARKS_AND_STEPS: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'strike',
  'inlineCode',
  'superscript',
  'subscript',
  'find',
  'undo',
  'redo',
] satisfies Tool['id'][]);

const HEAVY: ReadonlySet<string> = new Set([
  'heading2',
  'heading3',
  'blockquote',
  'code',
  'rule',
  'table',
] satisfies Tool['id'][]);

function isInOutcome({ state }: Editor): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if (isKind($from.node(depth).type.name)) return true;
  return false;
}

/** Without accents and case, a hyphen or an apostrophe as a blank. */
function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[-’'\s]+/gu, ' ')
    .toLowerCase()
    .trim();
}
