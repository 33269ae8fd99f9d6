import { pickedOn, textOf, type DocNode, type OutcomeBlocks } from '@plenary/document';
import type { Template, TemplatePart } from '@plenary/programme';

/** The required parts of a template that a document does not have, or has with nothing under their heading. */
export function emptyRequiredParts(
  nodes: readonly DocNode[],
  template: Template,
  blocks: OutcomeBlocks,
): readonly TemplatePart[] {
  return template.parts.filter(({ id, required }) => required === true && !isFilled(nodes, id, blocks));
}

/** A part reaches to the next heading of its own level or above; of two headings with its name the first is meant. */
function isFilled(nodes: readonly DocNode[], part: string, blocks: OutcomeBlocks): boolean {
  const start = nodes.findIndex((node) => node.type === 'heading' && node.attrs?.['part'] === part);
  if (start === -1) return false;
  const level = levelOf(nodes[start]);
  const below = nodes.slice(start + 1);
  const end = below.findIndex((node) => node.type === 'heading' && levelOf(node) <= level);
  return below.slice(0, end === -1 ? undefined : end).some((node) => says(node, blocks));
}

/** Words, values somebody picked, or a picture: the rest is space. */
function says(node: DocNode, blocks: OutcomeBlocks): boolean {
  if (node.type === 'figure' || textOf(node).trim() !== '') return true;
  if (Object.hasOwn(blocks, node.type) && Object.values(pickedOn(node)).some(isPicked)) return true;
  return (node.content ?? []).some((child) => says(child, blocks));
}

function isPicked(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function levelOf(node: DocNode | undefined): number {
  const level = node?.attrs?.['level'];
  return typeof level === 'number' ? level : 1;
}
