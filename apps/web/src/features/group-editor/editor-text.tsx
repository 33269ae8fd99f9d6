import { type BlockServices, BlockServicesContext } from '@plenary/blocks/react';
import { type Editor, EditorContent } from '@tiptap/react';
import { useMemo } from 'react';
import { useQuietState } from '../../collab/use-quiet-state.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { onDemand } from '../../ui/on-demand.tsx';
import './carets.css';
import { notesIn } from './notes/note-places.ts';
import './notes/notes.css';
import './pictures/pictures.css';
import './prose.css';

interface EditorTextProps {
  readonly editor: Editor;
  readonly editable: boolean;
  /** Names of the people present, offered first where somebody is to be picked. */
  readonly people: readonly string[];
  /** People and organisations of the programme, offered after them. */
  readonly programme: readonly string[];
}

/** The text itself and its notes, with what the blocks' views ask of the page. */
export function EditorText({ editor, editable, people, programme }: EditorTextProps) {
  const { lang } = useFormat();
  const services = useMemo<BlockServices>(
    () => ({ lang, editable, people, programme, today }),
    [editable, lang, people, programme],
  );
  const hasNotes = useQuietState(editor, notesAreIn);
  return (
    <BlockServicesContext value={services}>
      <EditorContent editor={editor} />
      {hasNotes && <NotesBelow editor={editor} />}
      <TextLength editor={editor} />
    </BlockServicesContext>
  );
}

const NotesBelow = onDemand(async () => (await import('./notes/notes-below.tsx')).NotesBelow);

const TextLength = onDemand(async () => (await import('./counting/text-length.tsx')).TextLength);

function notesAreIn(editor: Editor): boolean {
  return notesIn(editor.state.doc).length > 0;
}

/** The day it is on this device, wherever in the world it is. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
