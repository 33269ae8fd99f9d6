import type { OutcomeBlock } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useBlockServices } from './block-services.ts';
import { isBlank } from './is-blank.ts';
import styles from './outcome-frame.module.css';
import { PART_NAME } from './outcome-part.ts';

interface PartFrameProps {
  /** What Tiptap gives a node view. */
  readonly view: ReactNodeViewProps;
  readonly block: OutcomeBlock;
  /** What each part asks for, shown while it is empty. */
  readonly missing: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
}

/** A part of an outcome's text under its label. */
export function PartFrame({ view, block, missing }: PartFrameProps) {
  const { lang } = useBlockServices();
  const name: unknown = view.node.attrs[PART_NAME];
  const part = typeof name === 'string' ? name : '';
  const { fields } = block.words[lang];
  const label = Object.hasOwn(fields, part) ? fields[part] : undefined;
  const prompt = Object.hasOwn(missing[lang], part) ? missing[lang][part] : undefined;
  return (
    <NodeViewWrapper role="group" aria-label={label} className={styles['part']}>
      <span className={styles['partLabel']} contentEditable={false}>
        {label}
      </span>
      <NodeViewContent
        className={styles['text']}
        data-empty={isBlank(view.node) || undefined}
        data-placeholder={prompt}
      />
    </NodeViewWrapper>
  );
}
