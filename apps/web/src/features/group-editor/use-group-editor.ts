import type { GroupDetail } from '@plenary/protocol';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupSession } from '../../collab/group-session.ts';
import { editorExtensions } from './extensions.ts';

/** The editor of a group document. Only for a session that is ready and of this client's schema. */
export function useGroupEditor(session: GroupSession, group: GroupDetail, editable: boolean): Editor {
  const { t } = useTranslation();
  const { id, name, colour } = group.me;
  const label = t('editor.label');
  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: session.doc,
        awareness: session.awareness,
        user: { id, name, colour },
        prompts: new Map(group.parts.map((part) => [part.id, part.prompt])),
      }),
      editable,
      // Its few rules are in prose.css, so that no style is injected at run time.
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'plenary-prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          lang: group.lang,
        },
      },
    },
    [session],
  );
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  return editor;
}
