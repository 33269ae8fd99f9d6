import { type GroupDetail, picturePath, picturesPath } from '@plenary/protocol';
import type { Extensions } from '@tiptap/core';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { currentLanguage, useTranslation } from '../../i18n/i18n.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { GroupSession } from '../../collab/group-session.ts';
import { editorExtensions } from './extensions.ts';
import { say } from './said.ts';

/** The editor of a group document, for one session that is ready and of this client's schema. */
export function useGroupEditor(session: GroupSession, group: GroupDetail, editable: boolean): Editor {
  const { t } = useTranslation();
  const label = t('editor.label');
  const extensions = useExtensions(session, group);
  const editorProps = useMemo(
    () => ({
      attributes: {
        class: 'plenary-prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang: group.lang,
      },
      scrollMargin: BARS,
      scrollThreshold: BARS,
    }),
    [group.lang, label],
  );
  const editor = useEditor(
    {
      extensions,
      editable,
      editorProps,
      // Its few rules are in prose.css, so that no style is injected at run time.
      injectCSS: false,
      // Looks for what was deleted after every key, and nobody asks.
      enableCoreExtensions: { delete: false },
    },
    [extensions],
  );
  useEffect(() => {
    editor.setOptions({ editorProps });
  }, [editor, editorProps]);
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  return editor;
}

/** What lies over the text at the top of a desktop and at the bottom of a phone; the caret is kept clear of it. */
const BARS = { top: 170, right: 0, bottom: 140, left: 0 };

/** One list for the life of a session: a new list would make the editor start again at every rendering. */
function useExtensions(session: GroupSession, group: GroupDetail): Extensions {
  const [made] = useState(() => {
    const { id, name, colour } = group.me;
    return editorExtensions({
      doc: session.doc,
      awareness: session.awareness,
      user: { id, name, colour },
      prompts: new Map(group.parts.map((part) => [part.id, part.prompt])),
      taskLabel: () => texts()('editor.taskDone'),
      noteWords: {
        name: (number) => texts()('note.name', { number }),
        done: () => texts()('note.done'),
        remove: () => texts()('note.remove'),
        empty: () => texts()('note.empty'),
      },
      pictureWords: {
        address: (asset) => picturePath(group.summit.id, asset),
        caption: () => texts()('picture.caption'),
        missing: () => texts()('picture.missing'),
      },
      picturesPath: picturesPath(group.summit.id, group.id),
      onColumnWidth: (editor, pull) => say(editor, texts()('table.width', { ...pull })),
    });
  });
  return made;
}

/** The texts of now: the extensions outlive a change of language. */
function texts(): Translate {
  return translator(currentLanguage());
}
