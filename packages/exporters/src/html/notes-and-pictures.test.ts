import {
  bulletList,
  figure,
  footnote,
  listItem,
  orderedList,
  paragraph,
  section,
  span,
  subscript,
  superscript,
  table,
  tableCell,
  tableRow,
  taskItem,
} from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { PICTURES, seal } from '../../fixtures/pictures.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { html } from './html.ts';
import { readHtml } from './read-back.ts';

const write = (...blocks: Parameters<typeof reportOf>[0]): string =>
  String(html.write(reportOf(blocks), PICTURES).file);
const main = (...blocks: Parameters<typeof reportOf>[0]): string =>
  /aria-label="Lien vers.: Partie"><\/a><\/div>(.*)<p class="back">/s.exec(write(...blocks))?.[1] ?? '';

describe('notes', () => {
  const noted = paragraph(['mot', footnote(paragraph('la note'), paragraph('suite')), ' fin']);

  it('stand at the end of their part, with a way there and back', () => {
    expect(main(noted)).toBe(
      '<p>mot<sup class="note"><a id="_note-ref-1" href="#_note-1" role="doc-noteref">1</a></sup> fin</p>' +
        '<section class="notes" role="doc-endnotes" aria-labelledby="_notes-part _part"><h3 id="_notes-part">Notes</h3>' +
        '<ol><li id="_note-1" value="1"><p>la note</p><p>suite</p><p class="back-to-text">' +
        '<a href="#_note-ref-1" role="doc-backlink" aria-label="Retour au texte">↩</a></p></li></ol></section>',
    );
  });

  it('are counted through the whole page, and are not repeated in the contents', () => {
    const report = {
      ...reportOf([section({ anchor: 'a', title: ['Titre', footnote(paragraph('x'))] }, [noted])]),
    };
    const [part] = report.parts;
    const two = { ...report, parts: part ? [part, { ...part, anchor: 'other', children: [noted] }] : [] };
    const page = String(html.write(two).file);
    expect(page.match(/<li id="_note-\d/g)).toEqual([
      '<li id="_note-1',
      '<li id="_note-2',
      '<li id="_note-3',
    ]);
    expect(page).toContain('<a href="#a">Titre</a>');
  });

  it('are read where their numbers stand, and the number is not', () => {
    const words = readHtml(write(noted)).words.split(/\s+/);
    expect(words.slice(words.indexOf('mot'))).toEqual('mot la note suite fin Retour au sommaire'.split(' '));
  });

  it('that nothing leads to are read at the end, so that an audit sees them there', () => {
    const page = write(noted).replace('href="#_note-1"', 'href="#_note-7"');
    expect(readHtml(page).words.replaceAll(/\s+/g, ' ')).toContain('mot1 fin la note suite');
  });
});

describe('pictures', () => {
  it('are in the page, which asks nobody for them', () => {
    expect(
      main(figure({ asset: seal, alt: '"Salle" <pleine>', width: 640, height: 480 }, 'Le matin')),
    ).toMatch(
      /^<figure><img src="data:image\/png;base64,iVBORw0KGgo[^"]*" alt="&quot;Salle&quot; &lt;pleine&gt;" width="640" height="480"\/><figcaption>Le matin<\/figcaption><\/figure>$/,
    );
    expect(write()).toContain('img-src data:;');
  });

  it('that are missing, and those that say nothing, leave their words', () => {
    const missing = 'f'.repeat(64);
    expect(main(figure({ asset: missing, alt: 'Une salle' }, ''))).toBe(
      '<figure><p class="no-picture">Une salle</p></figure>',
    );
    expect(main(figure({ alt: '' }, ''))).toBe('<figure><p class="no-picture">Image</p></figure>');
  });

  it('are read by what they show', () => {
    const read = readHtml(write(figure({ asset: seal, alt: 'Une salle' }, 'légende'))).words;
    expect(read.replaceAll(/\s+/g, ' ')).toContain('Partie Une salle légende');
  });
});

describe('what blocks and passages say about themselves', () => {
  it('tasks begin with a sign that has a name', () => {
    expect(main(bulletList([taskItem(true, paragraph('a')), taskItem(false, paragraph('b'))]))).toBe(
      '<ul class="tasks"><li><span class="task" role="img" aria-label="Fait">☑</span><p>a</p></li>' +
        '<li><span class="task" role="img" aria-label="À faire">☐</span><p>b</p></li></ul>',
    );
    expect(main(bulletList([taskItem(true, paragraph('a')), listItem(paragraph('b'))]))).toContain(
      '<ul><li>',
    );
  });

  it('languages and directions are on the element they belong to', () => {
    expect(
      main(
        { ...paragraph(span({ lang: 'ar' }, 'x')), lang: 'de' },
        { ...bulletList([{ ...listItem(paragraph('y')), dir: 'ltr' }]), lang: 'he', dir: 'ltr' },
        { ...figure({ alt: '' }, 'z'), dir: 'rtl' },
      ),
    ).toBe(
      '<p lang="de" dir="ltr"><span lang="ar" dir="rtl">x</span></p>' +
        '<ul lang="he" dir="ltr"><li dir="ltr"><p>y</p></li></ul>' +
        '<figure dir="rtl"><p class="no-picture">Image</p><figcaption>z</figcaption></figure>',
    );
  });

  it('lists keep their letters, small letters their height, headers what they head', () => {
    expect(main({ ...orderedList([listItem(paragraph('a'))], 3), numbering: 'a' })).toBe(
      '<ol start="3" type="a"><li><p>a</p></li></ol>',
    );
    expect(main(paragraph(['CO', subscript('2'), ' 1', superscript('er')]))).toBe(
      '<p>CO<sub>2</sub> 1<sup>er</sup></p>',
    );
    const cell = tableCell([paragraph('a')], { header: true, scope: 'row', lang: 'it' });
    expect(main(table([tableRow([cell])]))).toContain('<th scope="row" lang="it" dir="ltr">');
  });
});
