/** What a group document is: its schema, the contract of its outcome blocks, and its Y.Doc read and written. */
export { BLOCK_ID, BLOCK_ID_HTML, isBlockId, newBlockId, typesWithBlockId } from './block-id.ts';
export { canonicalJson, contentHash } from './canonical.ts';
export { collectOutcomes, pickedOn } from './collect-outcomes.ts';
export { textOf, walk } from './doc-node.ts';
export type { DocMark, DocNode } from './doc-node.ts';
export { MAX_ALT_LENGTH } from './figure.ts';
export { isAllowedLink } from './links.ts';
export { isLanguageTag } from '@plenary/report-ast';
export { OUTCOME_PART, defineOutcomeBlock } from './outcome-block.ts';
export type { BlockWords, Outcome, OutcomeBlock, OutcomeBlocks, Synthesis } from './outcome-block.ts';
export { HEADING_LEVELS, documentExtensions, documentSchema } from './prose-nodes.ts';
export { FRAGMENT, SCHEMA_VERSION } from './schema-version.ts';
export { MAX_COLUMN_WIDTH, MAX_SPAN } from './table-cells.ts';
export { contentFromTemplate } from './template-content.ts';
export { InvalidContent, appendBlocks, readDocument, readState, seedUpdate } from './ydoc.ts';
