import { type DocNode, walk } from './doc-node.ts';
import type { Outcome, OutcomeBlock, OutcomeBlocks } from './outcome-block.ts';

/**
 * All outcomes of a group document, in the order in which they are read, also those inside lists, quotes, tables or
 * other outcomes. An outcome whose picked values fail its block's check is there too, with `data` undefined and the
 * reason in `invalid`: words are never dropped because a date is wrong.
 */
export function collectOutcomes(content: DocNode, blocks: OutcomeBlocks): Outcome[] {
  const outcomes: Outcome[] = [];
  walk(content, (node) => {
    const block: OutcomeBlock | undefined = Object.hasOwn(blocks, node.type) ? blocks[node.type] : undefined;
    if (block) outcomes.push(outcomeOf(node, block));
  });
  return outcomes;
}

/** What was picked on an outcome: its attributes without its id, its language and its direction. */
export function pickedOn(node: DocNode): Readonly<Record<string, unknown>> {
  const { id: _, lang: _lang, dir: _dir, ...picked } = node.attrs ?? {};
  return picked;
}

function outcomeOf(node: DocNode, block: OutcomeBlock): Outcome {
  const id = node.attrs?.['id'];
  const result = block.data.safeParse(pickedOn(node));
  const outcome = { kind: block.kind, id: typeof id === 'string' ? id : '', node };
  if (result.success) return { ...outcome, data: result.data };
  const invalid = result.error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
  return { ...outcome, data: undefined, invalid };
}
