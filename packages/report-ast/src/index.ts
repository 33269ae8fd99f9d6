/** The closed tree every report is made of. */
export { isAssetId, isPixels, MAX_PIXELS } from './asset-id.ts';
export { isColour } from './colour.ts';
// oxfmt-ignore
export {
  blockquote, bulletList, callout, code, detail, emphasis, figure, footnote, headerCell, inlineCode, inlines, lineBreak, link,
  listItem, orderedList, paragraph, reference, section, span, strong, struck, subscript, superscript, table, tableCell,
  tableRow, taskItem, text, thematicBreak,
} from './builders.ts';
export type { Words } from './builders.ts';
export type { Diagnostic, Severity } from './diagnostic.ts';
export { leavesOf, reportLeaves } from './leaves.ts';
export { isDirection, isLanguageTag } from './language-tag.ts';
export { MAX_DEPTH, MAX_LIST_NUMBER } from './limits.ts';
// oxfmt-ignore
export type {
  Anchor, AssetId, Block, Blockquote, Break, Callout, Code, Delete, Detail, Direction, Emphasis, Figure, Footnote, Inline,
  InlineCode, Inner, LanguageTag, Link, List, ListItem, Numbering, Paragraph, Reference, ReportNode, Section, Span, Spoken,
  Strong, Subscript, Superscript, Table, TableCell, TableRow, Text, ThematicBreak, Tone,
} from './nodes.ts';
export { asShown, NOT_SHOWN } from './normalise/coverage.ts';
export type { Coverage } from './normalise/coverage.ts';
export type { Needs } from './normalise/mending.ts';
export { normalise } from './normalise/normalise.ts';
export type { Normalised } from './normalise/normalise.ts';
export type { NormaliseRule } from './normalise/rules.ts';
export { REPORT_VERSION } from './report.ts';
// oxfmt-ignore
export type {
  Colour, Look, Paper, Part, PartKind, Report, ReportOutcome, ReportSource, ReportSummit,
} from './report.ts';
export type { RuleId } from './rules.ts';
export { isSafeUrl, LINK_PROTOCOLS } from './safe-url.ts';
export { squared, tableGrid } from './table-grid.ts';
export type { GridSlot, TableGrid } from './table-grid.ts';
export { TASK_DONE, TASK_OPEN, taskSign } from './task-sign.ts';
export { toText } from './to-text.ts';
export { createValidator, validate } from './validate.ts';
export { childrenOf, eachNode, nodesOf, walk } from './visit.ts';
export type { Visit } from './visit.ts';
export { isSingleLine, isWellFormed, singleLine, wellFormed } from './well-formed.ts';
