import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import type { Suggestion } from './suggestion.ts';

/** What a field that offers values as one types is told. */
export interface ComboboxOptions {
  readonly value: string | null;
  /** What is offered for what is typed, the likeliest first. */
  readonly suggest?: (typed: string) => readonly Suggestion[];
  /** The value that what is typed stands for; without it, the same words. */
  readonly read?: (typed: string) => string;
  /** How the value reads where it is not being changed. */
  readonly format?: (value: string) => string;
  /** Called at every change, so that nothing typed is only on the screen. */
  readonly onPick: (value: string | null) => void;
}

/**
 * The state of a field that offers values: arrows move among the offers, Enter picks, Escape closes, anything else
 * may be typed. The input keeps the focus all the while.
 */
export function useCombobox(options: ComboboxOptions) {
  const { value, suggest = nothing, read = same, format = same, onPick } = options;
  // While it is typed in, the input shows what is typed: the document answers a moment later, and writing its answer
  // into the input would move the caret.
  const [draft, setDraft] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = draft ?? (value === null ? '' : format(value));
  const offers = open ? suggest(draft ?? '') : [];

  const write = (typed: string) => onPick(typed === '' ? null : read(typed));

  function pick(offer: Suggestion) {
    setDraft(undefined);
    setOpen(false);
    setActive(-1);
    onPick(offer.value);
  }

  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    setDraft(target.value);
    setOpen(true);
    setActive(-1);
    write(target.value.trim() === '' ? '' : target.value);
  }

  function onBlur() {
    if (draft !== undefined && draft !== draft.trim()) write(draft.trim());
    setDraft(undefined);
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Keys of somebody who is composing a letter belong to their keyboard.
    if (event.nativeEvent.isComposing) return;
    const current = offers[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const { length } = open ? offers : suggest(draft ?? '');
      setOpen(true);
      setActive(next(active, event.key === 'ArrowDown' ? 1 : -1, length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current) pick(current);
      else onBlur();
    } else if (event.key === 'Escape' && offers.length > 0) {
      // The first Escape closes the list; the next one is the page's.
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    }
  }

  return {
    shown,
    offers,
    active,
    pick,
    input: { onChange, onBlur, onKeyDown, onFocus: () => setOpen(true) },
  };
}

/** The offer after or before this one, round and round; -1 is none. */
function next(active: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active === -1) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}

const same = (text: string): string => text;
const nothing = (): readonly Suggestion[] => [];
