import { type Asset, type Assets, findFormat, type Written } from '@plenary/exporters';
import { firstLost } from '@plenary/exporters/first-lost';
import { PICTURES, summitReport } from '@plenary/exporters/fixtures';
import type { Block, Inline, Report, Section } from '@plenary/report-ast';
import { afterAll, describe, expect, it } from 'vitest';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

/** A file with these blocks in it, and what is read there. It keeps its standard, or the test fails. */
async function made(
  format: 'pdf' | 'pdf-a',
  children: readonly Block[],
  assets?: Assets,
): Promise<Pick<Written, 'diagnostics' | 'omitted'> & { readonly words: string }> {
  const exporter = await findFormat(format)!.load({ typesetter });
  const { file, diagnostics, omitted } = await exporter.write(reportOf(children), assets);
  const promise = format === 'pdf' ? 'pdfuaid:part>1<' : 'pdfaid:part>3<';
  expect(Buffer.from(file).toString('latin1')).toContain(promise);
  const { words } = await exporter.readBack(file);
  return { words: words.replaceAll(/\s+/g, ' '), diagnostics, ...(omitted !== undefined && { omitted }) };
}

/** What of these blocks a file does not hold: the same question that refuses a report to an organiser. */
async function lostOf(format: 'pdf' | 'pdf-a', children: readonly Block[]): Promise<object | undefined> {
  const exporter = await findFormat(format)!.load({ typesetter });
  return firstLost(exporter, reportOf(children), PICTURES);
}

function reportOf(children: readonly Block[]): Report {
  return { ...summitReport, parts: [{ anchor: 'p', title: [text('Partie')], children }] };
}

const text = (value: string): Inline => ({ type: 'text', value });
const said = (...children: readonly Inline[]): Block => ({ type: 'paragraph', children });
const section = (anchor: string, ...children: readonly Block[]): Section => ({
  type: 'section',
  anchor,
  title: [text(`Titre ${anchor}`)],
  children,
});
const oneRow = (...cells: readonly (readonly Block[])[]): Block => ({
  type: 'table',
  children: [
    {
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', header: false, children })),
    },
  ],
});
const list = (...children: readonly Block[]): Block => ({
  type: 'list',
  ordered: true,
  children: [{ type: 'listItem', children }],
});
const decoration: Block = { type: 'figure', asset: [...PICTURES.keys()][0]!, alt: '', caption: [] };
/** A block in others of the kinds that these letters stand for, the first of them outermost. */
function nested(kinds: string, inmost: Block): Block {
  const around: Record<string, (inner: Block) => Block> = {
    t: (inner) => oneRow([said(text('à côté'))], [inner]),
    l: (inner) => list(inner),
    q: (inner) => ({ type: 'blockquote', children: [inner] }),
    b: (inner) => ({ type: 'callout', tone: 'amber', label: 'Note', children: [inner], details: [] }),
  };
  return kinds.split('').reduceRight((inner, kind) => around[kind]!(inner), inmost);
}
const picture = (type: Asset['type'], base64: string): Assets =>
  new Map([[ID, { type, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }]]);
const ID = 'a'.repeat(64);
const figure: Block = { type: 'figure', asset: ID, alt: 'Le plan de la salle', caption: [] };

/** Two by two pixels in the four colours of printers, and in red that one sees through. */
const CMYK =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAoHB4jHhkoIyEjLSsoMDxkQTw3Nzx7WF1JZJGAmZaPgIyKoLTmw6Cq2q2KjMj/y9ru9f///5vB////+v/m/f/4/8AAFAgAAgACBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AGRQUg//2Q==';
const SEE_THROUGH =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWM4IcfVAMIMMAYANaoFwTK/cH8AAAAASUVORK5CYII=';

describe.each(['pdf', 'pdf-a'] as const)(
  'what would cost a whole %s costs no word and no promise',
  (format) => {
    it('where a text holds characters that no file may', async () => {
      const { words, diagnostics } = await made(format, [said(text('un\u0000 deux\u0007 trois\uD800 fin'))]);
      expect(words).toMatch(/un ?deux ?trois.? fin/u);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['normalise-text']);
    });

    it('where others lead to a box in the head of a table that goes on over pages', async () => {
      const cell = (header: boolean, ...children: readonly Block[]) => ({
        type: 'tableRow' as const,
        children: [{ type: 'tableCell' as const, header, children }],
      });
      const box: Block = {
        type: 'callout',
        anchor: 'box',
        tone: 'neutral',
        label: 'Note',
        children: [said(text('en tête'))],
        details: [],
      };
      const rows = Array.from({ length: 120 }, (_, row) => cell(false, said(text(`ligne ${row}`))));
      const table: Block = { type: 'table', children: [cell(true, box), ...rows] };
      const lead = said({ type: 'reference', target: 'box', children: [text('vers la note')] });
      const { words } = await made(format, [lead, table]);
      expect(words).toContain('vers la note');
      expect(words.split('en tête')).toHaveLength(2);
      expect(words).toContain('ligne 119');
    });

    it('where a line to the left begins with a link or a note and could end with a hyphen', async () => {
      const words = text('&[](~!#>` שלוםconstructora*b*c_d_e deux motsmot-composé composi\u00ADtion');
      const first: readonly Inline[] = [
        { type: 'link', url: 'https://exemple.org', children: [text('1')] },
        { type: 'footnote', children: [said(text('note'))] },
      ];
      for (const one of first) {
        const paragraphs = Array.from({ length: 20 }, (_, count): Block => ({
          type: 'paragraph',
          lang: 'he',
          children: [one, text('א'.repeat(count + 1)), words],
        }));
        const { diagnostics } = await made(format, paragraphs);
        expect(diagnostics).toEqual([]);
        expect(await lostOf(format, paragraphs)).toBeUndefined();
      }
    });

    it('where a word begins with a link and could be hyphenated behind it', async () => {
      const link: Inline = { type: 'link', url: 'https://exemple.org', children: [text('consti')] };
      const paragraphs = Array.from({ length: 90 }, (_, count): Block =>
        said(text('x'.repeat(count + 1)), text(' mot '), link, text('tutionnellement')),
      );
      const { diagnostics } = await made(format, paragraphs);
      expect(diagnostics).toEqual([]);
      expect(await lostOf(format, paragraphs)).toBeUndefined();
    });

    it('where something leads to a box that stands too deep in others to be drawn', async () => {
      const box = (anchor: string, ...children: readonly Block[]): Block => ({
        type: 'callout',
        anchor,
        tone: 'sand',
        label: 'Note',
        children,
        details: [],
      });
      const lead = said({ type: 'reference', target: 'deep', children: [text('vers le fond')] });
      const deep = box('deep', { type: 'figure', alt: '', caption: [] });
      const inner = box('inner', { type: 'thematicBreak' }, said(text('avant')), deep);
      expect(await lostOf(format, [box('outer', lead, box('middle', inner))])).toBeUndefined();
    });

    it('where a link leads nowhere, or where no report may lead', async () => {
      const link = (url: string, words: string): Inline => ({ type: 'link', url, children: [text(words)] });
      const paragraph = said(link('', 'vide'), text(' et '), link('javascript:alert(1)', 'méchant'));
      const { words, diagnostics } = await made(format, [paragraph]);
      expect(words).toContain('vide et méchant');
      expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['normalise-link']));
    });

    it('where titles stand in boxes, in cells and deeper than a file has levels', async () => {
      const cell = { type: 'tableCell' as const, header: false, children: [section('cellule')] };
      const deep = Array.from({ length: 9 }, (_, index) => `n${index}`).reduceRight<Block>(
        (inner, anchor) => section(anchor, inner),
        said(text('au fond')),
      );
      const { words, diagnostics } = await made(format, [
        { type: 'blockquote', children: [section('citation', section('dedans'))] },
        { type: 'table', children: [{ type: 'tableRow', children: [cell] }] },
        deep,
      ]);
      for (const title of ['citation', 'dedans', 'cellule', 'n8']) expect(words).toContain(`Titre ${title}`);
      expect(words).toContain('au fond');
      expect(diagnostics).toEqual([]);
    });

    it('where titles are deeper than a file has levels for them', async () => {
      const deep = Array.from({ length: 9 }, (_, index) => `n${index}`).reduceRight<Block>(
        (inner, anchor) => section(anchor, inner),
        said(text('au fond')),
      );
      expect(await lostOf(format, [deep])).toBeUndefined();
    });

    it.each([1, 5, 12])('where a picture stands in %i tables inside one another', async (count) => {
      expect(await lostOf(format, [nested('t'.repeat(count), decoration)])).toBeUndefined();
    });

    it('where a picture stands beside more words than leave it room', async () => {
      const words = said(text('Des mots qui prennent toute la place de la ligne. '.repeat(20)));
      const inner = oneRow([oneRow([oneRow([oneRow([decoration])])])]);
      expect(await lostOf(format, [oneRow([words], [words], [words], [inner])])).toBeUndefined();
    });

    it('where a table has more columns than a line has room for', async () => {
      const cells = Array.from({ length: 60 }, (_, column) => [said(text(`Colonne ${column}`))]);
      expect(await lostOf(format, [oneRow(...cells)])).toBeUndefined();
    });

    // Each is the way down that costs the engine most for its length, or was refused once.
    it.each([
      ['quotations', 'q'.repeat(38)],
      ['boxes', 'b'.repeat(38)],
      ['lists', 'l'.repeat(19)],
      ['boxes, quotations and tables', `${'bq'.repeat(5)}${'t'.repeat(9)}`],
      ['tables, lists and quotations', 'tlqtllqtqtltq'],
      ['quotations and tables in turn', 'qt'.repeat(9)],
    ])('where a picture stands as deep as may be in %s', async (_, kinds) => {
      expect(await lostOf(format, [nested(kinds, decoration)])).toBeUndefined();
    });

    it('where tasks of a numbered list hold notes that go over the foot of a page', async () => {
      const line: readonly Inline[] = [text('Une ligne'), { type: 'break' }];
      const before = (count: number): Block => said(...Array.from({ length: count }, () => line).flat());
      const inNote = [
        said(text('Une note. '.repeat(30))),
        {
          type: 'list' as const,
          ordered: true,
          children: [
            { type: 'listItem' as const, children: [{ type: 'thematicBreak' as const }] },
            {
              type: 'listItem' as const,
              checked: true,
              children: [said(text('fait')), { type: 'code' as const, value: 'a\nb\nc\nd' }],
            },
            { type: 'listItem' as const, children: [said(text('mot '.repeat(60)))] },
          ],
        },
        {
          type: 'blockquote' as const,
          children: [said(text('cité '.repeat(50))), { type: 'code' as const, value: 'x' }],
        },
      ];
      const note: Inline = { type: 'footnote', children: inNote };
      const task: Block = {
        type: 'list',
        ordered: true,
        children: [
          {
            type: 'listItem',
            checked: true,
            children: [
              said(
                text('a'),
                { type: 'superscript', children: [text('b'), note] },
                text(' mot'.repeat(30)),
                note,
                {
                  type: 'emphasis',
                  children: [note],
                },
              ),
            ],
          },
        ],
      };
      for (const count of [37, 40]) expect(await lostOf(format, [before(count), task])).toBeUndefined();
    });

    it('where a picture can be seen through', async () => {
      const { words, ...rest } = await made(format, [figure], picture('image/png', SEE_THROUGH));
      expect(rest).toEqual({ diagnostics: [], omitted: [] });
      expect(words).toContain('Le plan de la salle');
    });

    it('where a picture is cut off', async () => {
      const { words, diagnostics, omitted } = await made(
        format,
        [figure],
        picture('image/png', SEE_THROUGH.slice(0, 60)),
      );
      expect(words).toContain('Le plan de la salle');
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['picture-unreadable']);
      expect(omitted).toEqual([ID]);
    });
  },
);

describe('a picture in the four colours of printers', () => {
  const cmyk = picture('image/jpeg', CMYK);

  it('is shown in an accessible file', async () => {
    expect(await made('pdf', [figure], cmyk)).toMatchObject({ diagnostics: [], omitted: [] });
  });

  it('is shown in a file to keep, which says why it is not one for archives', async () => {
    const exporter = await findFormat('pdf-a')!.load({ typesetter });
    const { file, diagnostics } = await exporter.write(reportOf([figure]), cmyk);
    expect(diagnostics).toEqual([
      expect.objectContaining({ rule: 'pdf-below-standard', message: expect.stringContaining('CMYK') }),
    ]);
    expect((await exporter.readBack(file)).words).toContain('Le plan de la salle');
  });
});
