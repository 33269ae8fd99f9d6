import type { Editor } from '@tiptap/core';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { documentLanguage } from '../languages/spoken.ts';
import { countOf, countOfRange, type TextCount } from '../../../collab/count.ts';
import { useQuietState } from '../../../collab/use-quiet-state.ts';
import styles from './text-length.module.css';

/** How long the text is, and what is selected of it. */
export function TextLength({ editor }: { readonly editor: Editor }) {
  const t = useWritingText();
  const format = useFormat();
  const { all, selected } = useQuietState(editor, lengthsOf);
  const told = ({ words, characters }: TextCount) =>
    `${t('length.words', { count: words, number: format.number(words) })} · ${t('length.characters', { count: characters, number: format.number(characters) })}`;
  return (
    <p className={styles['length']}>
      {told(all)}
      {selected && <span> ({t('length.selected', { length: told(selected) })})</span>}
    </p>
  );
}

function lengthsOf(editor: Editor) {
  const { doc, selection } = editor.state;
  const lang = documentLanguage(editor);
  const part = selection.empty ? undefined : countOfRange(doc, selection.from, selection.to, lang);
  return { all: countOf(doc, lang), selected: part };
}
