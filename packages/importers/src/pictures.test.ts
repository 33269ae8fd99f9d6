import { documentSchema, type DocNode, walk } from '@plenary/document';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expectClean } from '../fixtures/conformance.ts';
import { drawingIn, madeDocx, wordParagraph } from '../fixtures/made-docx.ts';
import { bindPictures } from './figures.ts';
import { readBrought } from './formats.ts';
import type { Imported } from './importer.ts';
import { MAX_PICTURES } from './pictures.ts';

const BYTES = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0xfb, 0xff);
const DATA = `data:image/png;base64,${Buffer.from(BYTES).toString('base64')}`;

async function read(name: string, file: string | Uint8Array): Promise<Imported> {
  const imported = await readBrought(name, typeof file === 'string' ? strToU8(file) : file);
  expectClean(imported);
  return imported;
}

/** Blocks as `type "text"`, figures as `figure 0 (alt) "caption"`. */
function told(nodes: readonly DocNode[]): readonly string[] {
  return nodes.map((node) => {
    const texts: string[] = [];
    walk(node, ({ text }) => void (text !== undefined && texts.push(text)));
    const { asset, alt } = node.attrs ?? {};
    const named = node.type === 'figure' ? ` ${Number(asset)} (${typeof alt === 'string' ? alt : ''})` : '';
    return `${node.type}${named}${texts.length > 0 ? ` "${texts.join('')}"` : ''}`;
  });
}

describe('a picture in a file is brought along', () => {
  test('by a web page, between the paragraphs, with its caption', async () => {
    const page = `<p>Avant <img src="${DATA}" alt="Le tableau"> après</p>
      <figure><img src="${DATA}" alt="La salle" title="Vue d’en haut"><figcaption>Le <b>matin</b></figcaption></figure>
      <figure><img src="${DATA}"><figcaption>Trois jours<br>plus tard</figcaption></figure>`;
    const { blocks, pictures, remarks } = await read('notes.html', page);
    expect(told(blocks)).toEqual([
      'paragraph "Avant"',
      'figure 0 (Le tableau)',
      'paragraph "après"',
      'figure 1 (La salle) "Vue d’en haut"',
      'paragraph "Le matin"',
      'figure 2 () "Trois joursplus tard"',
    ]);
    expect(pictures.map(({ bytes }) => [...bytes])).toEqual([[...BYTES], [...BYTES], [...BYTES]]);
    expect(remarks).toEqual([]);
  });

  test('by Markdown, in place or below the text, also where the bytes are more than a text may be', async () => {
    const large = `data:image/jpeg;base64,${Buffer.alloc(2_000_000, 7).toString('base64')}`;
    const note = `# Titre ![logo](${DATA})\n\nAvant ![plan](${DATA} "Le plan") après\n\n- ![seule](${DATA})\n\n| a |\n| - |\n| ![en cellule](<${DATA}>) |\n\n![][photo]\n\n[photo]: <${large}>\n`;
    const { blocks, pictures, remarks } = await read('notes.md', note);
    expect(told(blocks)).toEqual([
      'heading "Titre "',
      'figure 0 (logo)',
      'paragraph "Avant"',
      'figure 1 (plan) "Le plan"',
      'paragraph "après"',
      'bulletList',
      'table "a"',
      'figure 4 ()',
    ]);
    expect(told(blocks[5]?.content?.[0]?.content ?? [])).toEqual(['paragraph', 'figure 2 (seule)']);
    expect(told(blocks[6]?.content?.[1]?.content?.[0]?.content ?? [])).toEqual(['figure 3 (en cellule)']);
    expect(pictures.map(({ bytes }) => bytes.length)).toEqual([9, 9, 9, 9, 2_000_000]);
    expect(remarks).toEqual([]);
  });

  test('by a Word document, with its description and the caption below it', async () => {
    const body = `${wordParagraph('Avant')}<w:p>${drawingIn('r9', 'Le tableau')}</w:p><w:p><w:pPr><w:pStyle w:val="Legende"/></w:pPr><w:r><w:t>Figure 1</w:t></w:r></w:p>`;
    const { blocks, pictures, remarks } = await read(
      'notes.docx',
      madeDocx(body, withPicture('media/image1.png')),
    );
    expect(told(blocks)).toEqual(['paragraph "Avant"', 'figure 0 (Le tableau) "Figure 1"']);
    expect([...(pictures[0]?.bytes ?? [])]).toEqual([...BYTES]);
    expect(remarks).toEqual([]);
  });

  test('by an archive of notes, from the file that lies in it', async () => {
    const archive = zipSync({
      'notes/b.md': strToU8('# Deux\n\n![b](../assets/un%20plan.png) ![loin](absent.png)'),
      'notes/a.md': strToU8(`# Un\n\n![a](${DATA})\n\n![a](photo.jpg)`),
      'notes/photo.jpg': BYTES,
      'assets/un plan.png': BYTES,
      'assets/jamais.png': BYTES,
    });
    const { blocks, pictures, remarks } = await read('notes.zip', archive);
    expect(told(blocks)).toEqual([
      'heading "Un"',
      'figure 0 (a)',
      'figure 1 (a)',
      'heading "Deux"',
      'figure 2 (b)',
      'paragraph "loin (absent.png)"',
    ]);
    expect(pictures).toHaveLength(3);
    expect(remarks).toContainEqual({ rule: 'file-left-out', count: 1, lost: ['assets/jamais.png'] });
  });
});

describe('what cannot be a figure is told', () => {
  test('a picture elsewhere stays a link, and nothing is fetched', async () => {
    const { blocks, pictures, remarks } = await read(
      'notes.html',
      '<p><img src="https://sommet.eu/a.png" alt="a"></p>',
    );
    expect(told(blocks)).toEqual(['paragraph "a"']);
    expect(pictures).toEqual([]);
    expect(remarks).toEqual([{ rule: 'image-as-link', count: 1 }]);
  });

  test('a picture that a Word document only names leaves its description', async () => {
    for (const target of ['media/absent.png', 'https://sommet.eu/a.png']) {
      const body = `<w:p>${drawingIn('r9', 'Ailleurs')}</w:p>`;
      const { blocks, pictures } = await read('notes.docx', madeDocx(body, withPicture(target, false)));
      expect(told(blocks)).toEqual(['paragraph "Ailleurs"']);
      expect(pictures).toEqual([]);
    }
  });

  test('a note has no place for a picture: its description is left', async () => {
    const { blocks, remarks } = await read('notes.md', `Mot[^1]\n\n[^1]: Voir ![le plan](${DATA}) là\n`);
    expect(told(blocks)).toEqual(['paragraph "MotVoirle planlà"']);
    expect(remarks).toEqual([{ rule: 'image-as-text', count: 1 }]);
  });

  test('a picture that was a link leads nowhere', async () => {
    const { blocks, remarks } = await read('notes.md', `[![a](${DATA})](https://sommet.eu)`);
    expect(told(blocks)).toEqual(['figure 0 (a)']);
    expect(remarks).toEqual([{ rule: 'link-left-out', count: 1, lost: ['https://sommet.eu'] }]);
  });

  test('so many, and no more', async () => {
    const { pictures, remarks } = await read('notes.md', `![a](${DATA})\n\n`.repeat(MAX_PICTURES + 2));
    expect(pictures).toHaveLength(MAX_PICTURES);
    expect(remarks).toEqual([{ rule: 'image-as-text', count: 2 }]);
  });

  test.each(['data:image/png;base64,', 'data:image/png;base64,%E0', 'data:text/html;base64,AAAA', 'data:,x'])(
    '%s holds no picture',
    async (src) => {
      const { blocks, pictures } = await read('notes.html', `<p><img src="${src}" alt="rien"></p>`);
      expect(pictures).toEqual([]);
      expect(told(blocks)).toEqual(['paragraph "rien"']);
    },
  );
});

test('once the pictures are kept, figures name them; the words of the others stand in their place', async () => {
  const figure = `<figure><img src="${DATA}" alt="La salle"><figcaption>Le matin</figcaption></figure>`;
  const { blocks } = await read('notes.html', `${figure}<ul><li>un ${figure}</li></ul>`);
  const asset = 'ab'.repeat(32);
  const bound = bindPictures(blocks, new Map([['0'.repeat(64), { asset, width: 4, height: 3 }]]));
  documentSchema({}).nodeFromJSON({ type: 'doc', content: bound }).check();
  expect(bound[0]).toEqual({
    type: 'figure',
    attrs: { asset, alt: 'La salle', width: 4, height: 3 },
    content: [{ type: 'text', text: 'Le matin' }],
  });
  expect(told(bound[1]?.content?.[0]?.content ?? [])).toEqual([
    'paragraph "un"',
    'paragraph "La salle Le matin"',
  ]);
});

function withPicture(target: string, isThere = true): Readonly<Record<string, string | Uint8Array>> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const mode = target.startsWith('http') ? ' TargetMode="External"' : '';
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${office}/image" Target="${target}"${mode}/></Relationships>`,
    'word/styles.xml':
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      '<w:style w:type="paragraph" w:styleId="Legende"><w:name w:val="caption"/></w:style></w:styles>',
    ...(isThere && { [`word/${target}`]: BYTES }),
  };
}
