import { appendBlocks, type DocMark, type DocNode } from '@plenary/document';
import { readBrought } from '@plenary/importers';
import { li, ol, p, quote, rule, ul } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { exportSummit } from './reporting.ts';

const [BEGIN, END] = ['Premier paragraphe du groupe', 'Dernier paragraphe du groupe'];

/** The group's text as a file of that format has it, read back. */
async function thereAndBack(blocks: readonly DocNode[], format: string): Promise<readonly DocNode[]> {
  const world = createWorld();
  const { id, group } = await smallSummit(world);
  const content = [p(BEGIN), ...blocks, p(END)];
  await world.context.rooms.edit(group, 'a', (doc) => appendBlocks(doc, content, world.context.blocks));
  const { file } = await exportSummit(world.context, id, { format, lang: undefined }, 'operator');
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const imported = await readBrought(`report.${format}`, bytes);
  const at = (words: string) => imported.blocks.findIndex(({ content: line }) => line?.[0]?.text === words);
  expect(at(BEGIN)).toBeGreaterThan(-1);
  return imported.blocks.slice(at(BEGIN) + 1, at(END));
}

/** What counts: kinds, words and their formatting, boxes ticked, headers of tables. */
function essence(node: DocNode): unknown {
  const kind = node.type === 'text' ? (node.marks ?? []).map(markOf).toSorted() : node.type;
  const content = node.content?.map(essence);
  return [kind, node.text, node.attrs?.['checked'], content].filter((part) => part !== undefined);
}

/** Where a link goes counts, too. */
const markOf = ({ type, attrs }: DocMark): string => JSON.stringify([type, attrs?.['href']]);

const words = fc
  .array(
    fc.constantFrom(
      'un',
      'été',
      'L’eau',
      '*',
      '_',
      '<b>',
      '&amp;',
      '[x]',
      '1.',
      '#',
      '«\u00A0non\u00A0»',
      '👩🏽‍🚀',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => `mot ${parts.join(' ')} fin`);

const marks = fc.subarray<DocMark>(
  [
    { type: 'bold' },
    { type: 'italic' },
    { type: 'strike' },
    { type: 'link', attrs: { href: 'https://sommet.eu/a?b=c' } },
  ],
  { maxLength: 2 },
);

/** Words with and without formatting, by turns, so that no two of the same stand side by side. */
const inlines = fc
  .array(fc.tuple(words, words, marks), { minLength: 1, maxLength: 2 })
  .map((pairs) =>
    pairs.flatMap(([plain, formatted, list], index): DocNode[] => [
      { type: 'text', text: index === 0 ? `${plain} ` : ` ${plain} ` },
      ...(list.length > 0 ? [{ type: 'text', text: formatted, marks: list }] : []),
    ]),
  );

const paragraph = inlines.map((content): DocNode => ({ type: 'paragraph', content: tidy(content) }));

/** Neighbours without formatting as one text, no blank at the edges: what an editor holds. */
function tidy(content: readonly DocNode[]): readonly DocNode[] {
  const joined: DocNode[] = [];
  for (const node of content) {
    const last = joined.at(-1);
    if (last && !last.marks && !node.marks)
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}`.replace(/ +/g, ' ') };
    else joined.push(node);
  }
  const last = joined.at(-1);
  if (last?.text !== undefined) joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined;
}

const cell = (type: string) => words.map((text): DocNode => ({ type, content: [p(text)] }));
const row = (type: string) =>
  fc.tuple(cell(type), cell(type)).map((content): DocNode => ({ type: 'tableRow', content }));

const block: fc.Arbitrary<DocNode> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  fc.tuple(words, paragraph).map(([first, second]) => ul(li(p(first)), li(second, ol(li(p(first)))))),
  fc.tuple(words, fc.boolean(), paragraph).map(([first, checked, second]): DocNode => ({
    type: 'taskList',
    content: [
      { type: 'taskItem', attrs: { checked }, content: [p(first)] },
      { type: 'taskItem', attrs: { checked: !checked }, content: [second] },
    ],
  })),
  paragraph.map((inner) => quote(inner)),
  fc.constant(rule()),
  words.map((text): DocNode => ({
    type: 'codeBlock',
    content: [{ type: 'text', text: `${text}\n  ${text}` }],
  })),
  fc.tuple(row('tableHeader'), row('tableCell')).map((content): DocNode => ({ type: 'table', content })),
  fc.tuple(words, words).map(([before, note]): DocNode => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: before },
      { type: 'footnote', content: [{ type: 'text', text: note }] },
    ],
  })),
  fc.constant<DocNode>({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'CO' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: ' au 1' },
      { type: 'text', text: 'er', marks: [{ type: 'superscript' }] },
    ],
  }),
);

/** Blocks with paragraphs between them: Markdown cannot tell two lists in a row from one. */
const blocks = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((list) => list.flatMap((one, index) => [p(`entre ${index}`), one]));

describe.each(['html', 'md'])('what a group wrote, exported as %s and imported', (format) => {
  test('is what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (written) => {
        const back = await thereAndBack(written, format);
        expect(back.map(essence)).toEqual(written.map(essence));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
