/** The closed tree every report is made of. */
export type { Diagnostic, Severity } from './diagnostic.ts';
export type {
  Anchor,
  Block,
  Blockquote,
  Break,
  Callout,
  Code,
  Delete,
  Detail,
  Emphasis,
  Inline,
  InlineCode,
  Inner,
  LanguageTag,
  Link,
  List,
  ListItem,
  Paragraph,
  Reference,
  ReportNode,
  Section,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
  Tone,
} from './nodes.ts';
export { REPORT_VERSION } from './report.ts';
export type { Part, Report, ReportOutcome, ReportSource, ReportSummit } from './report.ts';
