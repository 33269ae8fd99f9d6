import type { OutcomeBlock } from '@plenary/document';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useBlockServices } from './block-services.ts';
import styles from './outcome-frame.module.css';
import { OutcomeMenu } from './outcome-menu.tsx';

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
 * values. The colours are the custom properties `--<kind>` and `--<kind>-bg` of the page.
 */
export function OutcomeFrame({ view, block, icon: Icon, children }: OutcomeFrameProps) {
  const { lang, editable } = useBlockServices();
  const words = block.words[lang];
  return (
    <NodeViewWrapper
      role="group"
      aria-label={words.label}
      className={styles['frame']}
      data-outcome={block.kind}
      style={coloursOf(block.kind)}
    >
      <div className={styles['head']} contentEditable={false}>
        <Icon aria-hidden="true" className={styles['icon']} size={18} strokeWidth={1.75} />
        <span className={styles['label']}>{words.label}</span>
        {editable && <OutcomeMenu view={view} label={words.label} />}
      </div>
      <NodeViewContent
        className={styles['text']}
        data-empty={isEmpty(view) || undefined}
        data-placeholder={words.placeholder}
      />
      {children !== undefined && (
        <div className={styles['fields']} contentEditable={false}>
          {children}
        </div>
      )}
    </NodeViewWrapper>
  );
}

function isEmpty({ node }: ReactNodeViewProps): boolean {
  return node.childCount === 1 && node.firstChild?.isTextblock === true && node.firstChild.content.size === 0;
}

function coloursOf(kind: string): CSSProperties {
  // React passes custom properties on; its type does not list them.
  return { '--outcome': `var(--${kind})`, '--outcome-bg': `var(--${kind}-bg)` } as CSSProperties;
}
