import { blocks, type Kind } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../i18n/i18n.ts';
import { jumpTo } from '../../collab/jump-to.ts';
import { useQuietState } from '../../collab/use-quiet-state.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { SideTitle } from '../../ui/side-title.tsx';
import styles from './outcomes-panel.module.css';
import { type ListedOutcome, readOutcomes } from './read-outcomes.ts';

/** What a group has produced, counted by kind; each outcome is a way to it. */
export function OutcomesPanel({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const outcomes = useQuietState(editor, outcomesOf);
  return (
    <section aria-labelledby="outcomes">
      <SideTitle id="outcomes">{t('outcomes.title')}</SideTitle>
      {Object.values(blocks).map((block) => (
        <KindRow
          key={block.kind}
          editor={editor}
          // The registry's keys are the blocks' kinds; a test of that package says so.
          kind={block.kind as Kind}
          outcomes={outcomes.filter((outcome) => outcome.kind === block.kind)}
        />
      ))}
    </section>
  );
}

interface KindRowProps {
  readonly editor: Editor;
  readonly kind: Kind;
  readonly outcomes: readonly ListedOutcome[];
}

function KindRow({ editor, kind, outcomes }: KindRowProps) {
  const { t } = useTranslation();
  const { lang } = useFormat();
  const { icon: Icon } = blockViews[kind];
  const { tone, words } = blocks[kind];
  const { label, plural } = words[lang];
  const head = (
    <>
      <Icon aria-hidden="true" size={18} style={{ color: `var(--${tone})` }} />
      <span className={styles['kind']}>{outcomes.length > 1 ? plural : label}</span>
      <span className={styles['count']}>{outcomes.length}</span>
    </>
  );
  if (outcomes.length === 0) return <p className={`${styles['row']} ${styles['none']}`}>{head}</p>;
  return (
    <details>
      <summary className={styles['row']}>{head}</summary>
      <ol className={styles['list']}>
        {outcomes.map(({ position, text }, index) => (
          <li key={position}>
            <button type="button" onClick={() => jumpToOutcome(editor, kind, text, index)}>
              {text === '' ? t('outcomes.untold') : text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** From the outcome's own position into its first paragraph. */
const FIRST_TEXT = 2;

function outcomesOf(editor: Editor): readonly ListedOutcome[] {
  return readOutcomes(editor.state.doc);
}

/** Where the outcome is now; the list may be a moment older. */
function jumpToOutcome(editor: Editor, kind: Kind, text: string, index: number): void {
  const all = outcomesOf(editor).filter((outcome) => outcome.kind === kind);
  const same = all[index]?.text === text ? all[index] : all.find((outcome) => outcome.text === text);
  const outcome = same ?? all[index];
  if (outcome) jumpTo(editor, outcome.position, FIRST_TEXT);
}
