/** The closed tree every report is made of. */
export {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  headerCell,
  inlineCode,
  inlines,
  lineBreak,
  link,
  listItem,
  orderedList,
  paragraph,
  reference,
  section,
  strong,
  struck,
  table,
  tableCell,
  tableRow,
  text,
  thematicBreak,
} from './builders.ts';
export type { Words } from './builders.ts';
export type { Diagnostic, Severity } from './diagnostic.ts';
export { leavesOf, reportLeaves } from './leaves.ts';
export { MAX_DEPTH, MAX_LIST_NUMBER } from './limits.ts';
// oxfmt-ignore
export type {
  Anchor, Block, Blockquote, Break, Callout, Code, Delete, Detail, Emphasis, Inline, InlineCode, Inner, LanguageTag,
  Link, List, ListItem, Paragraph, Reference, ReportNode, Section, Strong, Table, TableCell, TableRow, Text,
  ThematicBreak, Tone,
} from './nodes.ts';
export { REPORT_VERSION } from './report.ts';
export type { Part, Report, ReportOutcome, ReportSource, ReportSummit } from './report.ts';
export type { RuleId } from './rules.ts';
export { isSafeUrl, LINK_PROTOCOLS } from './safe-url.ts';
export { squared, tableGrid } from './table-grid.ts';
export type { GridSlot, TableGrid } from './table-grid.ts';
export { toText } from './to-text.ts';
export { validate } from './validate.ts';
export { childrenOf, nodesOf, walk } from './visit.ts';
export type { Visit } from './visit.ts';
export { isSingleLine, isWellFormed, singleLine, wellFormed } from './well-formed.ts';
