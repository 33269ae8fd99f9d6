import { findFormat, type Typesetter } from '@plenary/exporters';
import { summitReport } from '@plenary/exporters/fixtures';
import { structureOf } from '@plenary/exporters/pdf-structure';
import type { Block, Inline, Part, Report, TableCell } from '@plenary/report-ast';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type PageFault, pageFaults } from '../fixtures/page-faults.ts';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

const text = (value: string): Inline => ({ type: 'text', value });
const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => WORDS[at % WORDS.length]).join(' ');
const WORDS = ['des', 'bénévoles', 'qui', 'partagent', 'leurs', 'compétences', 'avec', 'une', 'association'];
const said = (count: number): Block => ({ type: 'paragraph', children: [text(`${words(count)}.`)] });
const lines = (count: number): Block => ({
  type: 'paragraph',
  children: Array.from({ length: count }, () => [text('Une ligne'), { type: 'break' } as const]).flat(),
});
let places = 0;
const section = (...children: readonly Block[]): Block => {
  places += 1;
  return { type: 'section', anchor: `s-${places}`, title: [text('Un titre de section')], children };
};
const box = (...children: readonly Block[]): Block => {
  places += 1;
  const name = `Boîte ${places}`;
  const end: Block = { type: 'paragraph', children: [text(`/${name}`)] };
  return {
    type: 'callout',
    tone: 'amber',
    label: name,
    children: [...children, end],
    details: [{ label: 'Qui', value: [text('le groupe')] }],
  };
};
const table = (heads: number, ...rows: readonly (readonly number[])[]): Block => ({
  type: 'table',
  children: rows.map((counts, y) => ({
    type: 'tableRow',
    children: counts.map((count) => ({ type: 'tableCell', header: y < heads, children: [said(count)] })),
  })),
});
const even = (rows: number, ...counts: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: rows }, () => counts);

/** What may fall on the foot of a page, each a few times at other heights. */
const PASSAGES: Readonly<Record<string, () => Block>> = {
  'a title and a paragraph': () => section(said(60)),
  'titles in a row': () => section(section(section(said(30)))),
  'a title and a list': () =>
    section({
      type: 'list',
      ordered: false,
      children: [8, 30, 12].map((count) => ({ type: 'listItem', children: [said(count)] })),
    }),
  'a title and a table': () => section(table(1, [1, 1], ...even(7, 4, 9))),
  'a table of long rows': () => table(1, [1, 1, 1], ...even(9, 25, 40, 3)),
  'a table of uneven rows': () => table(1, [1, 1], [3, 60], [3, 3], [40, 3], [3, 3], [3, 80], [3, 3]),
  'a table without a head': () => table(0, ...even(12, 3, 3, 3)),
  'a title and a short box': () => section(box(said(15))),
  'a box of a few paragraphs': () => box(said(60), said(80), said(40)),
  'a title and a box of most of a page': () => section(box(...Array.from({ length: 5 }, () => said(75)))),
  'a box with a table': () => box(said(20), table(1, [1, 1], ...even(5, 4, 9))),
};

const cell = (...children: readonly Block[]): TableCell => ({ type: 'tableCell', header: false, children });
const row = (...children: readonly TableCell[]): Block => ({
  type: 'table',
  children: [{ type: 'tableRow', children }],
});
const times = (count: number, cells: TableCell): readonly TableCell[] =>
  Array.from({ length: count }, () => cells);
const bare: Block = { type: 'callout', tone: 'blue', label: 'Note', children: [said(400)], details: [] };

/** What is short where there is room for it, and longer than a page where there is none. */
const TOO_LONG: readonly Block[] = [
  table(0, ...even(3, ...Array.from({ length: 10 }, () => 30))),
  row(...times(8, cell(said(220)))),
  row(cell(bare), ...times(4, cell(said(150)))),
  row(...times(6, cell(row(...times(2, cell(said(60))))))),
  { type: 'figure', alt: words(300), caption: [text(words(900))] },
];

const note: Inline = { type: 'footnote', children: [said(20)] };
/** Rows in which something short stands beside what is longer than a page; and a note, over which the engine stumbled then. */
const UNEVEN: readonly Block[] = [
  row(cell(said(3)), cell(said(900))),
  {
    type: 'table',
    children: [
      [{ ...cell(said(3)), rowspan: 2 }, cell(said(3))],
      [cell(said(900))],
      [cell(said(3)), cell({ type: 'paragraph', children: [text('mot'), note] })],
    ].map((children) => ({ type: 'tableRow', children })),
  },
  {
    type: 'table',
    children: [
      [{ ...cell(said(3)), rowspan: 5 }, cell(said(190))],
      ...Array.from({ length: 4 }, () => [cell(said(190))]),
    ].map((children) => ({ type: 'tableRow', children })),
  },
];

describe('a page of a PDF', { timeout: 30_000 }, () => {
  it.each(Object.keys(PASSAGES))('ends well where %s falls on its foot', async (name) => {
    expect(await faultsIn(pagesWith(name))).toEqual([]);
  });

  it('holds all words of narrow columns, long captions and boxes in cells', async () => {
    expect(await faultsIn([partOf(TOO_LONG)])).toEqual([]);
  });

  it('holds all words of a row of which only some are long', async () => {
    expect(await faultsIn([partOf(UNEVEN)])).toEqual([]);
  });

  it('is found to lose them where a row stays on its page for what is short in it', async () => {
    const found = await faultsIn([partOf(UNEVEN.slice(0, 1))], without('by-row(cells, rows)\n', 'cells\n'));
    expect(found.map((one) => one.fault)).toContain('off the page');
  });

  it('is found to lose words below its foot where cells may not break', async () => {
    const rule = 'breakable: not fits(cell.children, (..inner, room: room))';
    const found = await faultsIn([partOf(TOO_LONG)], without(rule, 'breakable: false'));
    expect(found.map((one) => one.fault)).toContain('off the page');
  });

  it.each<[PageFault['fault'], string, string, string]>([
    ['title at the foot', 'a title and a table', 'sticky: true', 'sticky: false'],
    ['lone row', 'a table of long rows', 'else { paired(cells, heads, rows) }', 'else { cells }'],
    ['broken box', 'a box of a few paragraphs', '{ made(false) }', '{ made(true) }'],
  ])('is found to have a %s where its rule is off', async (fault, name, rule, instead) => {
    const found = await faultsIn(pagesWith(name), without(rule, instead));
    expect(found.map((one) => one.fault)).toContain(fault);
  });
});

/** Parts, each on pages of its own, with a passage after so much that it falls on the foot of a page. */
function pagesWith(name: string): readonly Part[] {
  const fillers = fc.sample(fc.tuple(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 0, max: 3 })), {
    numRuns: 20,
    seed: 2016,
  });
  return fillers.map(([count, more]) =>
    partOf([lines(count), ...Array.from({ length: more }, () => said(3)), PASSAGES[name]!(), said(90)]),
  );
}

function partOf(children: readonly Block[]): Part {
  places += 1;
  return { anchor: `p-${places}`, title: [text('Une partie')], children };
}

async function faultsIn(
  parts: readonly Part[],
  engine: Typesetter = typesetter,
): Promise<readonly PageFault[]> {
  const report: Report = { ...summitReport, parts };
  const exporter = await findFormat('pdf')!.load({ typesetter: engine });
  const { file, diagnostics } = await exporter.write(report);
  expect(diagnostics).toEqual([]);
  if (typeof file === 'string') throw new Error('A PDF is made of bytes.');
  return pageFaults(await structureOf(file));
}

/** The engine, given a template in which a rule is another. */
function without(rule: string, instead: string): Typesetter {
  return {
    ...typesetter,
    typeset(job, cancellation) {
      const changed = [...job.files].map(([path, bytes]) => {
        if (!path.endsWith('.typ')) return [path, bytes] as const;
        const template = new TextDecoder().decode(bytes);
        return [path, new TextEncoder().encode(template.replaceAll(rule, instead))] as const;
      });
      return typesetter.typeset({ ...job, files: new Map(changed) }, cancellation);
    },
  };
}
