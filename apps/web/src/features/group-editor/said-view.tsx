import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { onSaid } from './said.ts';

/** Reads aloud what is said of an editor; the same words twice are read twice. */
export function SaidView({ editor }: { readonly editor: Editor }) {
  const [said, setSaid] = useState({ words: '', number: 0 });
  useEffect(
    () => onSaid(editor, (words) => setSaid(({ number }) => ({ words, number: number + 1 }))),
    [editor],
  );
  return (
    <p role="status" className="visually-hidden">
      <span key={said.number}>{said.words}</span>
    </p>
  );
}
