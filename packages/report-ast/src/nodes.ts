/**
 * The closed tree every report is made of. Inputs are lowered into it, formats read it; neither knows the other.
 * Names and shapes follow mdast where mdast has the thing; `section` and `callout` are ours.
 * Adding a node is a decision: every writer then fails to compile until it can say it.
 */

/** BCP 47 language tag, such as `fr` or `pt-BR`. */
export type LanguageTag = string;

/** Names a place other nodes can point to: unique in a report, `[a-z0-9-]+`, stable between compiles. */
export type Anchor = string;

/** The colour family of a callout. A format picks its own shades; the label always carries the meaning too. */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'amber'
  | 'green'
  | 'blue'
  | 'violet'
  | 'orange'
  | 'teal'
  | 'sand'
  | 'slate';

export interface Text {
  readonly type: 'text';
  /** Well-formed, never empty, no control characters; line breaks are `break` nodes. */
  readonly value: string;
}
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
/** Struck-through text; mdast's name. */
export interface Delete {
  readonly type: 'delete';
  readonly children: readonly Inline[];
}
export interface InlineCode {
  readonly type: 'inlineCode';
  readonly value: string;
}
/** A link out of the report: `http:`, `https:`, `mailto:` or `tel:` only. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}
/** A link to a section or callout of the same report. */
export interface Reference {
  readonly type: 'reference';
  readonly target: Anchor;
  readonly children: readonly Inline[];
}
export interface Break {
  readonly type: 'break';
}

export type Inline = Text | Emphasis | Strong | Delete | InlineCode | Link | Reference | Break;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
/** A titled division. Nesting is the heading level: there is no heading node, so no level can be skipped. */
export interface Section {
  readonly type: 'section';
  readonly anchor: Anchor;
  readonly title: readonly Inline[];
  /** Set where the language differs from the surroundings. */
  readonly lang?: LanguageTag;
  readonly children: readonly Block[];
}
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** First number of an ordered list; 1 when absent. */
  readonly start?: number;
  readonly children: readonly ListItem[];
}
export interface ListItem {
  readonly type: 'listItem';
  readonly children: readonly Block[];
}
/** Rows of cells; spans as in HTML. Every row covers the same number of columns once spans are counted. */
export interface Table {
  readonly type: 'table';
  readonly children: readonly TableRow[];
}
export interface TableRow {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}
export interface TableCell {
  readonly type: 'tableCell';
  readonly header: boolean;
  /** 1 when absent. */
  readonly colspan?: number;
  /** 1 when absent. */
  readonly rowspan?: number;
  readonly children: readonly Block[];
}
export interface Blockquote {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}
export interface Code {
  readonly type: 'code';
  readonly lang?: string;
  /** May hold line feeds. */
  readonly value: string;
}
/** A box set apart from the prose: a guiding question, an outcome. */
export interface Callout {
  readonly type: 'callout';
  readonly anchor?: Anchor;
  readonly tone: Tone;
  /** What kind of box it is, in words: "Recommendation". Shown, and read aloud first. */
  readonly label: string;
  readonly children: readonly Block[];
  /** Short facts under the text: to whom, by whom, until when. */
  readonly details: readonly Detail[];
}
export interface Detail {
  readonly label: string;
  readonly value: readonly Inline[];
}
export interface ThematicBreak {
  readonly type: 'thematicBreak';
}

export type Block = Paragraph | Section | List | Table | Blockquote | Code | Callout | ThematicBreak;

/** Nodes that occur only inside one particular parent. */
export type Inner = ListItem | TableRow | TableCell;

export type ReportNode = Block | Inner | Inline;
