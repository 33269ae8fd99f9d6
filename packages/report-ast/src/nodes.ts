/**
 * The closed tree every report is made of. Inputs are lowered into it, formats read it; neither knows the other.
 * Names and shapes follow mdast where mdast has the thing; `section` and `callout` are ours.
 * Adding a node is a decision: every writer then fails to compile until it can say it.
 */

/** BCP 47 language tag, such as `fr` or `pt-BR`. */
export type LanguageTag = string;

/** Which way a line of text runs. */
export type Direction = 'ltr' | 'rtl';

/** What a node may say about the language of what is in it; set where it differs from the surroundings. */
export interface Spoken {
  readonly lang?: LanguageTag;
  readonly dir?: Direction;
}

/** Names a picture: the SHA-256 of its bytes. Never an address, so that nothing is ever fetched from outside. */
export type AssetId = string;

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
export interface Subscript {
  readonly type: 'subscript';
  readonly children: readonly Inline[];
}
export interface Superscript {
  readonly type: 'superscript';
  readonly children: readonly Inline[];
}
/** A passage in another language or direction than the words around it; says at least one of the two. */
export interface Span extends Spoken {
  readonly type: 'span';
  readonly children: readonly Inline[];
}
/**
 * A note, where its number stands. It holds blocks, but no section and no other footnote, so that every format can
 * put it where it keeps its notes. A link holds none.
 */
export interface Footnote {
  readonly type: 'footnote';
  readonly children: readonly Block[];
}

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Delete
  | Subscript
  | Superscript
  | InlineCode
  | Link
  | Reference
  | Span
  | Footnote
  | Break;

export interface Paragraph extends Spoken {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
/**
 * A titled division. Nesting is the heading level: there is no heading node, so no level can be skipped. Its language
 * is that of everything in it; a title in a language of its own is a `span`.
 */
export interface Section extends Spoken {
  readonly type: 'section';
  readonly anchor: Anchor;
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
}
/** How the items of an ordered list are counted, as HTML names it. */
export type Numbering = 'a' | 'A' | 'i' | 'I';
export interface List extends Spoken {
  readonly type: 'list';
  readonly ordered: boolean;
  /** First number of an ordered list; 1 when absent. */
  readonly start?: number;
  /** Letters or Roman numerals of an ordered list; figures when absent. */
  readonly numbering?: Numbering;
  readonly children: readonly ListItem[];
}
export interface ListItem extends Spoken {
  readonly type: 'listItem';
  /** Set for a task: whether it is done. Shown as `TASK_DONE` or `TASK_OPEN` before the item's words. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}
/** Rows of cells; spans as in HTML. Every row covers the same number of columns once spans are counted. */
export interface Table extends Spoken {
  readonly type: 'table';
  readonly children: readonly TableRow[];
}
export interface TableRow {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}
export interface TableCell extends Spoken {
  readonly type: 'tableCell';
  readonly header: boolean;
  /** Of a header cell: what it is the header of. Where absent, of its column in a row of headers, else of its row. */
  readonly scope?: 'column' | 'row';
  /** 1 when absent. */
  readonly colspan?: number;
  /** 1 when absent. */
  readonly rowspan?: number;
  readonly children: readonly Block[];
}
export interface Blockquote extends Spoken {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}
export interface Code {
  readonly type: 'code';
  readonly lang?: string;
  /** May hold line feeds. */
  readonly value: string;
}
/**
 * A picture that stands by itself, with its caption. Every format can show it without its bytes, by its words.
 */
export interface Figure extends Spoken {
  readonly type: 'figure';
  /** Absent where no picture was delivered. */
  readonly asset?: AssetId;
  /** What the picture shows, for who does not see it. Empty where it only decorates. */
  readonly alt: string;
  /** In pixels; both or neither. */
  readonly width?: number;
  readonly height?: number;
  /** May be empty. */
  readonly caption: readonly Inline[];
}
/**
 * A box set apart from the prose: a guiding question, an outcome. Its label is in the report's language, so a box
 * in another language says so on its blocks.
 */
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

export type Block = Paragraph | Section | List | Table | Blockquote | Code | Figure | Callout | ThematicBreak;

/** Nodes that occur only inside one particular parent. */
export type Inner = ListItem | TableRow | TableCell;

export type ReportNode = Block | Inner | Inline;
