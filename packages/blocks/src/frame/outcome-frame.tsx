import type { OutcomeBlock } from '@plenary/document';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { Tone } from '@plenary/report-ast';
import type { LucideIcon } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useBlockServices } from './block-services.ts';
import styles from './outcome-frame.module.css';
import { isBlank } from './is-blank.ts';
import { OutcomeMenu } from './outcome-menu.tsx';
import { OUTCOME_PART } from './outcome-part.ts';

interface OutcomeFrameProps {
  /** What Tiptap gives a node view. */
  readonly view: ReactNodeViewProps;
  readonly block: OutcomeBlock;
  readonly icon: LucideIcon;
  /** Inputs or chips for what is picked. */
  readonly children?: ReactNode;
}

/**
 * What surrounds the text of every outcome: colour, icon and word of its kind, a small menu, a row for the picked
 * values. The colours are the custom properties `--<tone>` and `--<tone>-bg` of the page. Escape in a value leads back into the
 * text.
 */
export function OutcomeFrame({ view, block, icon: Icon, children }: OutcomeFrameProps) {
  const { lang, editable } = useBlockServices();
  const words = block.words[lang];

  function backToText(event: KeyboardEvent) {
    if (event.key === 'Escape') view.editor.commands.focus();
  }

  return (
    <NodeViewWrapper
      role="group"
      aria-label={words.label}
      className={styles['frame']}
      data-outcome={block.kind}
      data-divided={view.node.firstChild?.type.name === OUTCOME_PART || undefined}
      style={coloursOf(block.tone)}
    >
      <div className={styles['head']} contentEditable={false}>
        <Icon aria-hidden="true" className={styles['icon']} size={18} strokeWidth={1.75} />
        <span className={styles['label']}>{words.label}</span>
        {editable && <OutcomeMenu view={view} label={words.label} />}
      </div>
      <NodeViewContent
        className={styles['text']}
        data-empty={isBlank(view.node) || undefined}
        data-placeholder={words.placeholder}
      />
      {children !== undefined && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what happens in its fields
        <div className={styles['fields']} contentEditable={false} onKeyDown={backToText}>
          {children}
        </div>
      )}
    </NodeViewWrapper>
  );
}

function coloursOf(tone: Tone): CSSProperties {
  // React passes custom properties on; its type does not list them.
  return { '--outcome': `var(--${tone})`, '--outcome-bg': `var(--${tone}-bg)` } as CSSProperties;
}
