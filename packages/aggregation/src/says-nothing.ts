import { type Block, toText, walk } from '@plenary/report-ast';

/** Whether blocks hold no words and no picture: rules and empty cells alone are not something somebody wrote. */
export function saysNothing(blocks: readonly Block[]): boolean {
  if (toText(blocks).trim() !== '') return false;
  for (const { node } of walk(blocks)) if (node.type === 'figure') return false;
  return true;
}
