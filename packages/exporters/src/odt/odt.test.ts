import {
  bulletList,
  callout,
  code,
  detail,
  figure,
  footnote,
  headerCell,
  link,
  listItem,
  orderedList,
  paragraph,
  section,
  span,
  strong,
  table,
  tableCell,
  tableRow,
  taskItem,
} from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { PICTURES, seal } from '../../fixtures/pictures.ts';
import { largePicture } from '../../fixtures/large-picture.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { readXml } from '../xml/read-xml.ts';
import { unzip } from '../zip/unzip.ts';
import { odt } from './odt.ts';

const LARGE = 'b'.repeat(64);
const SHOWN = new Map([...PICTURES, [LARGE, largePicture]]);

type Blocks = Parameters<typeof reportOf>[0];

function bytes(...blocks: Blocks): Uint8Array {
  return odt.write(reportOf(blocks), SHOWN).file as Uint8Array; // this format is made of bytes
}

function part(path: string, ...blocks: Blocks): string {
  return unzip(bytes(...blocks)).text(path) ?? '';
}

/** What stands behind the heading of the part. */
function body(...blocks: Blocks): string {
  return (
    /Partie<text:bookmark-end text:name="s_part"\/><\/text:h>(.*)<\/office:text>/s.exec(
      part('content.xml', ...blocks),
    )?.[1] ?? ''
  );
}

describe('the archive', () => {
  it('begins with its type, unpacked, and names all that is in it', () => {
    const file = bytes(figure({ asset: seal, alt: '' }, ''));
    expect(new TextDecoder().decode(file.slice(30, 77))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
    const archive = unzip(file);
    const named = readXml(archive.text('META-INF/manifest.xml') ?? '').children.flatMap((entry) =>
      typeof entry === 'string' ? [] : [entry.attributes['manifest:full-path']],
    );
    expect(named).toEqual(['/', 'content.xml', 'styles.xml', 'meta.xml', 'Pictures/picture1.png']);
    expect(archive.paths).toEqual([
      'mimetype',
      'content.xml',
      'styles.xml',
      'meta.xml',
      'Pictures/picture1.png',
      'META-INF/manifest.xml',
    ]);
  });

  it('is refused where it is none', async () => {
    await expect(odt.readBack('text')).rejects.toThrow('bytes');
    await expect(odt.readBack(new Uint8Array(4))).rejects.toThrow('invalid zip data');
  });
});

describe('text', () => {
  it('keeps every blank, tab and line feed', () => {
    expect(body(paragraph(['  a  b ', strong(' c')]), code('x\n\ty'))).toMatch(
      /<text:s text:c="2"\/>a<text:s text:c="2"\/>b<text:s text:c="1"\/><text:span text:style-name="text\d+"><text:s text:c="1"\/>c<\/text:span>.*x<text:line-break\/><text:tab\/>y/,
    );
  });

  it('says a language only where it is another one, in the field for its script', () => {
    const content = part(
      'content.xml',
      paragraph(['un ', span({ lang: 'de' }, 'zwei'), span({ lang: 'he' }, 'שלוש')]),
    );
    expect(content).toContain('<style:text-properties fo:language="de" fo:country="DE"/>');
    expect(content).toContain(
      '<style:text-properties style:language-complex="he" style:country-complex="IL"/>',
    );
    expect(body(paragraph('un'))).toBe('<text:p text:style-name="Text_20_body">un</text:p>');
  });

  it('runs from the right where its language does', () => {
    expect(part('content.xml', { ...paragraph('x'), lang: 'ar' })).toContain('style:writing-mode="rl-tb"');
  });

  it('links to pages outside, and to bookmarks inside', () => {
    const written = body(
      paragraph(link('https://exemple.org/é', 'x')),
      section({ anchor: 'a', title: 'T' }, []),
    );
    expect(written).toContain('xlink:href="https://exemple.org/%C3%A9"');
    expect(written).toContain(
      '<text:h text:style-name="Heading_20_2" text:outline-level="2"><text:bookmark-start text:name="s_a"/>T',
    );
  });
});

describe('lists', () => {
  it('end before a table and go on behind it, under the right number', () => {
    const inner = table([tableRow([tableCell([paragraph('t')])])]);
    const written = body(
      orderedList([listItem(paragraph('a'), inner, paragraph('rest')), listItem(paragraph('b'))], 4),
    );
    expect(written.replaceAll(/ (?:text|table|office):(?:style-name|name|value-type)="[^"]*"/g, '')).toBe(
      '<text:list><text:list-item text:start-value="4"><text:p>a</text:p></text:list-item></text:list>' +
        '<table:table><table:table-column/><table:table-row><table:table-cell><text:p>t</text:p></table:table-cell></table:table-row></table:table>' +
        '<text:list><text:list-header><text:p>rest</text:p></text:list-header><text:list-item><text:p>b</text:p></text:list-item></text:list>',
    );
  });

  it('count in letters, and begin a task with its sign as text', () => {
    expect(part('content.xml', { ...orderedList([listItem(paragraph('a'))]), numbering: 'A' })).toContain(
      'style:num-format="A"',
    );
    expect(body(bulletList([taskItem(false, paragraph('x'))]))).toContain('☐<text:tab/>x');
  });
});

describe('tables', () => {
  it('repeat their head, and cover what is merged', () => {
    const cell = (text: string): ReturnType<typeof tableCell> => tableCell([paragraph(text)]);
    const written = body(
      table([
        tableRow([headerCell('a'), headerCell('b')]),
        tableRow([tableCell([paragraph('c')], { rowspan: 2 }), cell('d')]),
        tableRow([cell('e')]),
      ]),
    );
    expect(written.match(/<table:table-header-rows>/g)).toHaveLength(1);
    expect(written).toContain('table:number-rows-spanned="2"');
    expect(written).toContain('<table:covered-table-cell/>');
  });
});

describe('boxes, pictures and notes', () => {
  it('boxes of paragraphs are paragraphs; of more, the one cell of a table', () => {
    const details = [detail('Par', 'A. C.')];
    expect(body(callout({ tone: 'amber', label: 'Constat', details }, [paragraph('x')]))).not.toContain(
      '<table:table',
    );
    expect(body(callout({ tone: 'amber', label: 'Constat', details }, [code('x')]))).toContain(
      'table:name="Box 1"',
    );
  });

  it('pictures fit the text and say what they show', () => {
    const written = body(figure({ asset: LARGE, alt: 'Une salle' }, 'Le matin'));
    expect(written).toContain('svg:width="453.5pt" svg:height="340.1pt"');
    expect(written).toContain('<svg:desc>Une salle</svg:desc>');
    expect(written).toContain('text:formula="ooow:Figure+1"');
  });

  it('notes stand where their number does', () => {
    expect(body(paragraph(['mot', footnote(paragraph('la note'))]))).toContain(
      'mot<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>',
    );
  });
});

// Part of every runtime that runs tests, yet not of the language.
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
