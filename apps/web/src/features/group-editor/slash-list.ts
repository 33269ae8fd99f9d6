import type { Editor } from '@tiptap/core';
import { fitting, type SlashItem } from './slash-items.ts';
import { slashMatch } from './slash-match.ts';

/** What a slash offers for what has been typed behind it. */
export interface SlashList {
  readonly query: string;
  readonly items: readonly SlashItem[];
  /** Which of the items a key chooses. */
  readonly active: number;
}

/**
 * The list for the text as it is now; undefined where the slash is gone. Keys come faster than a list is drawn: the one on the screen may
 * fit an earlier letter, or belong to a slash that has done its work.
 */
export function listNow(editor: Editor, all: readonly SlashItem[], drawn: SlashList): SlashList | undefined {
  const match = slashMatch(editor.state);
  if (match === undefined || match.query === drawn.query) return match && drawn;
  return { query: match.query, items: fitting(all, match.query, editor), active: 0 };
}
