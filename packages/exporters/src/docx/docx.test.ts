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
  table,
  tableCell,
  tableRow,
  taskItem,
} from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { PICTURES, portrait, seal } from '../../fixtures/pictures.ts';
import { largePicture } from '../../fixtures/large-picture.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { unzip } from '../zip/unzip.ts';
import { docx, docxWith } from './docx.ts';

const LARGE = 'b'.repeat(64);
const SHOWN = new Map([...PICTURES, [LARGE, largePicture]]);

type Blocks = Parameters<typeof reportOf>[0];

/** A part of the package a report of these blocks becomes. */
function part(name: string, ...blocks: Blocks): string {
  return partOf(docx.write(reportOf(blocks), SHOWN), name);
}

function partOf(written: ReturnType<typeof docx.write>, name: string): string {
  const { file } = written as Awaited<typeof written>; // this format is not one of those that take their time
  return unzip(file as Uint8Array).text(`word/${name}`) ?? '';
}

/** The body of the part, behind its heading. */
function body(...blocks: Blocks): string {
  return (
    /<w:t xml:space="preserve">Partie<\/w:t><\/w:r><w:bookmarkEnd w:id="1"\/><\/w:p>(.*)<w:sectPr>/s.exec(
      part('document.xml', ...blocks),
    )?.[1] ?? ''
  );
}

describe('paragraphs', () => {
  it('have a named style, and say a language only where it is another one', () => {
    expect(
      body(paragraph(['un ', span({ lang: 'de' }, 'zwei'), span({ lang: 'he', dir: 'rtl' }, 'שלוש')])),
    ).toBe(
      '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">un </w:t></w:r>' +
        '<w:r><w:rPr><w:lang w:val="de-DE"/></w:rPr><w:t xml:space="preserve">zwei</w:t></w:r>' +
        '<w:r><w:rPr><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr><w:t xml:space="preserve">שלוש</w:t></w:r></w:p>',
    );
  });

  it('that run from the right say so, and not of words that do not', () => {
    const written = body({ ...paragraph(['مرحبا', ' plain']), lang: 'ar' });
    expect(written).toContain('<w:pStyle w:val="BodyText"/><w:bidi/>');
    expect(written.match(/<w:rtl\/>/g)).toHaveLength(1);
  });

  it('link by a relation where the address is plain, by a field where a strict reader might refuse it', () => {
    const plain = paragraph(link('https://exemple.org/é?a=[b]&c', 'x'));
    expect(body(plain)).toContain('<w:hyperlink r:id="rId3" w:history="1">');
    expect(part('_rels/document.xml.rels', plain)).toContain(
      'Target="https://exemple.org/%C3%A9?a=%5Bb%5D&amp;c" TargetMode="External"',
    );
    const odd = paragraph(link('http://a..b:99999/"'.slice(0, -1), 'x'));
    expect(body(odd)).toContain(' HYPERLINK "http://a..b:99999/" ');
    expect(part('_rels/document.xml.rels', odd)).not.toContain('a..b');
  });
});

describe('lists', () => {
  it('count by themselves, from their first number, in figures or letters', () => {
    const lists = [
      orderedList([listItem(paragraph('a'))], 7),
      { ...orderedList([listItem(paragraph('b'))]), numbering: 'i' as const },
    ];
    expect(body(...lists).match(/<w:numId w:val="\d"\/>/g)).toEqual([
      '<w:numId w:val="3"/>',
      '<w:numId w:val="4"/>',
    ]);
    expect(part('numbering.xml', ...lists)).toContain(
      '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>' +
        '<w:num w:numId="4"><w:abstractNumId w:val="5"/>',
    );
  });

  it('have as many levels as Word, and stand in further below', () => {
    const deep = Array.from({ length: 11 }).reduce<ReturnType<typeof bulletList>>(
      (inner) => bulletList([listItem(paragraph('x'), inner)]),
      bulletList([listItem(paragraph('y'))]),
    );
    const written = body(deep);
    expect(written.match(/<w:ilvl w:val="8"\/>/g)).toHaveLength(4);
    expect(written).toContain('<w:ind w:left="4320" w:hanging="360"/>');
  });

  it('begin a task with its sign as text', () => {
    expect(body(bulletList([taskItem(true, paragraph('x'))]))).toContain(
      '<w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">☑</w:t><w:tab/></w:r><w:r><w:t xml:space="preserve">x</w:t>',
    );
  });
});

describe('tables', () => {
  const cell = (text: string): ReturnType<typeof tableCell> => tableCell([paragraph(text)]);

  it('have fixed columns as wide as the text together, and a head that repeats', () => {
    const written = body(
      table([tableRow([headerCell('a'), headerCell('b')]), tableRow([cell('c'), cell('un peu plus long')])]),
    );
    const widths = [...written.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9070);
    expect(written).toContain('<w:tblLayout w:type="fixed"/>');
    expect(written.match(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('repeat no head that would fill a page, and none that nothing follows', () => {
    const long = 'mot '.repeat(200);
    expect(body(table([tableRow([headerCell(long)]), tableRow([cell('x')])]))).not.toContain(
      '<w:tblHeader/>',
    );
    expect(body(table([tableRow([headerCell('x')])]))).not.toContain('<w:tblHeader/>');
  });

  it('merge cells to the side and down', () => {
    const written = body(
      table([
        tableRow([tableCell([paragraph('a')], { colspan: 2, rowspan: 2 }), cell('b')]),
        tableRow([cell('c')]),
      ]),
    );
    expect(written).toContain('<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>');
    expect(written).toContain('<w:gridSpan w:val="2"/><w:vMerge w:val="continue"/>');
    expect(written.match(/<w:tc>/g)).toHaveLength(4);
  });
});

describe('boxes', () => {
  it('of paragraphs are paragraphs that stay together; of more, the one cell of a table', () => {
    const plain = body(
      callout({ tone: 'amber', label: 'Constat', details: [detail('Par', 'A. C.')] }, [paragraph('x')]),
    );
    expect(plain.match(/<w:pStyle w:val="Box(?:Label|Text|Facts)Amber"\/><w:keepNext\/>/g)).toHaveLength(2);
    expect(plain).not.toContain('<w:tbl>');
    const more = body(callout({ tone: 'amber', label: 'Constat' }, [bulletList([listItem(paragraph('x'))])]));
    expect(more).toContain('<w:tblStyle w:val="BoxTable"/>');
  });
});

describe('pictures', () => {
  it('fit the text, say what they show, and have a caption with a number', () => {
    const written = body(figure({ asset: LARGE, alt: 'Une salle' }, 'Le matin'));
    expect(written).toContain(
      '<wp:extent cx="5759450" cy="4319270"/><wp:docPr id="1" name="Image 1" descr="Une salle"/>',
    );
    expect(written).toContain(' SEQ Figure \\* ARABIC ');
    expect(part('_rels/document.xml.rels', figure({ asset: portrait, alt: '' }, ''))).toContain(
      'Target="media/picture1.jpeg"',
    );
  });

  it('that decorate say so', () => {
    expect(body(figure({ asset: seal, alt: '' }, ''))).toContain('<adec:decorative');
  });
});

describe('notes, code and headings', () => {
  it('notes hold blocks and begin with their number', () => {
    const notes = part(
      'footnotes.xml',
      paragraph(['mot', footnote(paragraph('la note'), bulletList([listItem(paragraph('x'))]))]),
    );
    expect(notes).toContain(
      '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>',
    );
  });

  it('code keeps its lines in one paragraph', () => {
    expect(body(code('a\n\tb'))).toContain(
      '<w:pStyle w:val="SourceCode"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t><w:br/><w:tab/><w:t xml:space="preserve">b</w:t></w:r>',
    );
  });

  it('references lead to a bookmark, also where an anchor is longer than a bookmark may be', () => {
    const anchor = `a-${'long'.repeat(12)}`;
    const written = body(
      section({ anchor, title: 'x' }, [
        paragraph({ type: 'reference', target: anchor, children: [{ type: 'text', value: 'là' }] }),
      ]),
    );
    const [name = ''] = /(?<=w:bookmarkStart w:id="2" w:name=")[^"]+/.exec(written) ?? [];
    expect(name.length).toBeLessThanOrEqual(40);
    expect(written).toContain(`<w:hyperlink w:anchor="${name}"`);
  });

  it('the contents are a field with its entries, to be worked out when the file is opened', () => {
    const document = part('document.xml', section({ anchor: 'a', title: 'Titre' }, []));
    expect(document).toContain('<w:fldChar w:fldCharType="begin" w:dirty="true"/>');
    expect(document).toContain('<w:pStyle w:val="TOC2"/></w:pPr><w:hyperlink w:anchor="s_a" w:history="1">');
    expect(part('settings.xml')).not.toContain('updateFields');
  });
});

describe('what is open', () => {
  it('stands as comments where it was asked for: at its box, or at the title', async () => {
    const report = {
      ...kitchenSink,
      outcomes: kitchenSink.outcomes.map((one) => ({ ...one, anchor: 'box-teal' })),
    };
    const exporter = docxWith({ comments: true });
    const written = exporter.write(report);
    const document = partOf(written, 'document.xml');
    expect(document).toMatch(/<w:commentRangeStart w:id="1"\/><w:r>.{0,400}\(title\)/);
    expect(document).toMatch(/w:name="s_box_teal"\/><w:commentRangeStart w:id="0"\/>/);
    expect(partOf(written, 'comments.xml').match(/<w:comment /g)).toHaveLength(2);
    const { words } = await exporter.readBack((await written).file);
    expect(words).toEqual((await docx.readBack((await docx.write(report)).file)).words);
    expect(partOf(docx.write(report), 'comments.xml')).toBe('');
  });
});

describe('a file that is none', () => {
  it('is refused', async () => {
    await expect(docx.readBack('text')).rejects.toThrow('bytes');
    await expect(docx.readBack(new Uint8Array(4))).rejects.toThrow('invalid zip data');
  });
});
