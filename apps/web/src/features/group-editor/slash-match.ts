import type { EditorState } from '@tiptap/pm/state';

/** A slash that is being typed: where it stands, and what has been typed behind it. */
export interface SlashMatch {
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

/** Longer than any name of what there is to add; whoever has typed more is writing. */
const LONGEST_QUERY = 24;

/**
 * The slash before the caret, when it stands at the start of a paragraph or behind a blank, and what is behind it
 * looks like the name of something to add. Undefined in code, and in `and/or`.
 */
export function slashMatch({ selection }: EditorState): SlashMatch | undefined {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return undefined;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const query = /(?:^|\s)\/([\p{L}\p{M}\p{N}' ’-]*)$/u.exec(before)?.[1];
  if (query === undefined || query.length > LONGEST_QUERY || /^\s|\s\s/.test(query)) return undefined;
  const from = $from.pos - query.length - 1;
  return { from, to: $from.pos, query };
}
