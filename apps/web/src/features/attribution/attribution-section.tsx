import type { GroupDetail } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import type * as Y from 'yjs';
import { SideTitle } from '../../ui/side-title.tsx';
import styles from './attribution.module.css';

// Most people never ask; whoever does can wait for a moment.
const WriterList = lazy(async () => ({ default: (await import('./writer-list.tsx')).WriterList }));

interface AttributionSectionProps {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly group: GroupDetail;
}

/** A switch that colours the text by who wrote it, and the list of who did. */
export function AttributionSection({ doc, editor, group }: AttributionSectionProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="attribution">
      <SideTitle id="attribution">{t('attribution.title')}</SideTitle>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          role="switch"
          checked={shown}
          aria-checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t('attribution.show')}
      </label>
      {shown && (
        <Suspense fallback={null}>
          <WriterList editor={editor} doc={doc} group={group} />
        </Suspense>
      )}
    </section>
  );
}
