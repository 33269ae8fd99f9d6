import { type DocNode, type Outcome, OUTCOME_PART, type OutcomeBlock } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import {
  type Block,
  callout,
  type Detail,
  detail,
  type Inline,
  paragraph,
  singleLine,
  strong,
  toText,
} from '@plenary/report-ast';
import type { LoweringContext } from './lowering-context.ts';
import type { NamedOutcome } from './read-documents.ts';
import { saysNothing } from './says-nothing.ts';
import { spokenBlocks, spokenOf } from './spoken.ts';

/**
 * An outcome as a box: its words, and what was picked. Picked values that do not pass the block's check are printed
 * as they are. An outcome without words and without picked values leaves nothing but a note.
 */
export function lowerOutcome(node: DocNode, named: NamedOutcome, context: LoweringContext): Block[] {
  const block: OutcomeBlock | undefined = context.blocks[node.type];
  if (!block) return context.lowerBlocks(node.content ?? [], context);
  const children = spokenBlocks(wordsOf(node, block, context), spokenOf(node, context.remark));
  const { label } = block.words[context.lang];
  const details = detailsOf(named.outcome, block, context.lang);
  if (details.length === 0 && saysNothing(children)) {
    context.remark('outcome-empty', label, named.id);
    return [];
  }
  const box = callout({ anchor: named.anchor, tone: block.tone, label, details }, children);
  context.lowered.set(node, { ...named, callout: box });
  return [box];
}

/** The text of an outcome; each of its parts that has words under its label. */
function wordsOf(node: DocNode, block: OutcomeBlock, context: LoweringContext): Block[] {
  const result: Block[] = [];
  let between: DocNode[] = [];
  const endBetween = (): void => {
    result.push(...context.lowerBlocks(between, context));
    between = [];
  };
  for (const child of node.content ?? []) {
    if (child.type !== OUTCOME_PART.node) {
      between.push(child);
      continue;
    }
    endBetween();
    const words = context.lowerBlocks(child.content ?? [], context);
    if (!saysNothing(words)) result.push(...labelOf(child, block, context.lang), ...words);
  }
  endBetween();
  return result;
}

function labelOf({ attrs }: DocNode, block: OutcomeBlock, lang: Lang): Block[] {
  const part = attrs?.[OUTCOME_PART.attribute];
  const { fields } = block.words[lang];
  const label = typeof part === 'string' && Object.hasOwn(fields, part) ? singleLine(fields[part] ?? '') : '';
  return label.trim() === '' ? [] : [paragraph(strong(label))];
}

function detailsOf(outcome: Outcome, block: OutcomeBlock, lang: Lang): Detail[] {
  const details =
    outcome.data === undefined ? rawDetails(outcome, block, lang) : block.details(outcome.data, lang);
  return details.flatMap(({ label, value }) => {
    const inlines = value.flatMap(tidied);
    return toText(inlines).trim() !== '' ? [{ label: singleLine(label), value: inlines }] : [];
  });
}

function rawDetails({ node }: Outcome, block: OutcomeBlock, lang: Lang): Detail[] {
  return Object.entries(block.words[lang].fields).flatMap(([key, label]) => {
    const value = node.attrs?.[key];
    const isPrintable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isPrintable && String(value).trim() !== '' ? [detail(label, singleLine(String(value)))] : [];
  });
}

/** Picked values are typed by people too: the same inline, fit for every format; nothing when it has no words. */
function tidied(inline: Inline): Inline[] {
  switch (inline.type) {
    case 'break':
      return [inline];
    case 'text':
    case 'inlineCode': {
      const value = singleLine(inline.value);
      return value === '' ? [] : [{ ...inline, value }];
    }
    case 'footnote':
      // What is picked needs no notes; a kind that makes one is answerable for what is in it.
      return [inline];
    default: {
      const children = inline.children.flatMap(tidied);
      return children.length > 0 ? [{ ...inline, children }] : [];
    }
  }
}
