import { blocks } from '@plenary/blocks';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { NEWS } from './outcome-news.ts';

/** Reads aloud what one's own last step did to an outcome. */
export function OutcomeNewsView({ editor }: { readonly editor: Editor }) {
  const t = useWritingText();
  const { lang } = useFormat();
  const news = useEditorState({ editor, selector: ({ editor: current }) => NEWS.getState(current.state) });
  return (
    <p role="status" className="visually-hidden">
      {news && (
        <span key={news.number}>
          {t(`news.${news.change}`, { kind: blocks[news.kind].words[lang].label })}
        </span>
      )}
    </p>
  );
}
