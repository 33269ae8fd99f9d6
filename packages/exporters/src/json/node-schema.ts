import { type Block, type Inline, MAX_PIXELS } from '@plenary/report-ast';
import { z } from 'zod';

/** An inline node. */
export const inlineSchema: z.ZodType<Inline> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      text,
      emphasis,
      strong,
      struck,
      subscript,
      superscript,
      inlineCode,
      link,
      reference,
      span,
      footnote,
      lineBreak,
    ]),
  )
  .meta({ id: 'Inline', description: 'Words, marks and links inside a paragraph or a title.' });

/** A block. */
export const blockSchema: z.ZodType<Block> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      paragraph,
      section,
      list,
      table,
      blockquote,
      code,
      figure,
      callout,
      thematicBreak,
    ]),
  )
  .meta({ id: 'Block', description: 'A paragraph, or something that stands alone among paragraphs.' });

/** Names a place of the report. */
export const anchorSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .meta({ id: 'Anchor', description: 'Unique in a report.' });

/** A BCP 47 language tag. */
export const langSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
  .meta({ id: 'LanguageTag', description: 'BCP 47, such as fr or pt-BR.' });

/** The name of a picture. */
export const assetSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the picture, which is delivered beside the report.' });

const inlines = z.array(inlineSchema);
const blocks = z.array(blockSchema);
const line = z.string().min(1);
const count = z.int().min(1);
/** What a node may say about its language. */
export const spoken = { lang: langSchema.exactOptional(), dir: z.enum(['ltr', 'rtl']).exactOptional() };

const text = z.strictObject({ type: z.literal('text'), value: line });
const emphasis = z.strictObject({ type: z.literal('emphasis'), children: inlines.min(1) });
const strong = z.strictObject({ type: z.literal('strong'), children: inlines.min(1) });
const struck = z.strictObject({ type: z.literal('delete'), children: inlines.min(1) });
const subscript = z.strictObject({ type: z.literal('subscript'), children: inlines.min(1) });
const superscript = z.strictObject({ type: z.literal('superscript'), children: inlines.min(1) });
const span = z.strictObject({ type: z.literal('span'), ...spoken, children: inlines.min(1) });
const footnote = z.strictObject({ type: z.literal('footnote'), children: blocks.min(1) });
const inlineCode = z.strictObject({ type: z.literal('inlineCode'), value: line });
const link = z.strictObject({
  type: z.literal('link'),
  url: z.string().regex(/^([Hh][Tt][Tt][Pp][Ss]?:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)/),
  children: inlines.min(1),
});
const reference = z.strictObject({
  type: z.literal('reference'),
  target: anchorSchema,
  children: inlines.min(1),
});
const lineBreak = z.strictObject({ type: z.literal('break') });

const paragraph = z.strictObject({ type: z.literal('paragraph'), ...spoken, children: inlines });
const section = z.strictObject({
  type: z.literal('section'),
  anchor: anchorSchema,
  title: inlines.min(1),
  ...spoken,
  children: blocks,
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  checked: z.boolean().exactOptional(),
  ...spoken,
  children: blocks.min(1),
});
const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  start: z.int().min(0).max(999_999_999).exactOptional(),
  numbering: z.enum(['a', 'A', 'i', 'I']).exactOptional(),
  ...spoken,
  children: z.array(listItem).min(1),
});
const tableCell = z.strictObject({
  type: z.literal('tableCell'),
  header: z.boolean(),
  scope: z.enum(['column', 'row']).exactOptional(),
  ...spoken,
  colspan: count.exactOptional(),
  rowspan: count.exactOptional(),
  children: blocks.min(1),
});
const tableRow = z.strictObject({ type: z.literal('tableRow'), children: z.array(tableCell) });
const table = z.strictObject({ type: z.literal('table'), ...spoken, children: z.array(tableRow).min(1) });
const blockquote = z.strictObject({ type: z.literal('blockquote'), ...spoken, children: blocks.min(1) });
const code = z.strictObject({ type: z.literal('code'), lang: line.exactOptional(), value: z.string() });
const pixels = z.int().min(1).max(MAX_PIXELS).exactOptional();
const figure = z.strictObject({
  type: z.literal('figure'),
  asset: assetSchema.exactOptional(),
  alt: z.string(),
  width: pixels,
  height: pixels,
  ...spoken,
  caption: inlines,
});
const tone = z.enum([
  'neutral',
  'accent',
  'amber',
  'green',
  'blue',
  'violet',
  'orange',
  'teal',
  'sand',
  'slate',
]);
const callout = z.strictObject({
  type: z.literal('callout'),
  anchor: anchorSchema.exactOptional(),
  tone,
  label: line,
  children: blocks,
  details: z.array(z.strictObject({ label: line, value: inlines })),
});
const thematicBreak = z.strictObject({ type: z.literal('thematicBreak') });
