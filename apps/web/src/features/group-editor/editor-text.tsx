import { formatDay } from '@plenary/blocks';
import { type BlockServices, BlockServicesContext } from '@plenary/blocks/react';
import { type Editor, EditorContent } from '@tiptap/react';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import './carets.css';
import './prose.css';

interface EditorTextProps {
  readonly editor: Editor;
  readonly editable: boolean;
  /** Names offered where a person is to be picked. */
  readonly people: readonly string[];
}

/** The text itself, with what the blocks' views ask of the page. */
export function EditorText({ editor, editable, people }: EditorTextProps) {
  const { lang } = useFormat();
  const services = useMemo<BlockServices>(
    () => ({ lang, editable, people, formatDate: (date) => formatDay(date, lang) }),
    [editable, lang, people],
  );
  return (
    <BlockServicesContext value={services}>
      <EditorContent editor={editor} />
    </BlockServicesContext>
  );
}
