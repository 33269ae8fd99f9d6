import { blocks as kinds } from '@plenary/blocks';
import type { DocNode } from '@plenary/document';
import { type Imported, readBrought } from '@plenary/importers';
import { describe, expect, test } from 'vitest';

const read = (name: string, text: string): Promise<Imported> =>
  readBrought(name, new TextEncoder().encode(text), kinds);
const words = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('a quotation of Markdown that begins with the name of a kind', () => {
  test('is an outcome with what is picked on it, in either language', async () => {
    const french = `> **Action**\n>\n> Publier la liste.\n>\n> - **Responsable**\u00A0: Ada\n> - **Échéance**\u00A0: 1er octobre 2016\n> - **Avancement**\u00A0: Commencée\n`;
    const english = `> **Action**\n>\n> Publish the list.\n>\n> - **Owner**: Ada\n> - **Due**: 1 October 2016\n> - **Status**: Started\n`;
    const attrs = { owner: 'Ada', due: '2016-10-01', status: 'started' };
    expect((await read('a.md', french + '\n\n' + english)).blocks).toEqual([
      { type: 'action', attrs, content: [words('Publier la liste.')] },
      { type: 'action', attrs, content: [words('Publish the list.')] },
    ]);
  });

  test('has the parts that stand under their labels', async () => {
    const { blocks } = await read(
      'a.md',
      `> **Good practice**\n>\n> **Context**\n>\n> a\n>\n> **Result**\n>\n> b\n`,
    );
    expect(blocks).toEqual([
      {
        type: 'goodPractice',
        content: [
          { type: 'outcomePart', attrs: { part: 'context' }, content: [words('a')] },
          { type: 'outcomePart', attrs: { part: 'result' }, content: [words('b')] },
        ],
      },
    ]);
  });

  test('keeps what was typed where it is no such value', async () => {
    const { blocks } = await read(
      'a.md',
      '> **Action**\n>\n> x\n>\n> - **Due**: vendredi\n> - **Status**: paused\n',
    );
    expect(blocks[0]?.attrs).toEqual({ due: 'vendredi', status: 'paused' });
  });

  test.each([
    ['a name that is none', '> **Remark**\n>\n> x\n'],
    ['a name among other words', '> **Action** of all\n>\n> x\n'],
    ['a fact that the kind does not have', '> **Action**\n>\n> x\n>\n> - **Colour**: blue\n'],
    ['something in it that no outcome holds', '> **Action**\n>\n> | a |\n> | - |\n> | b |\n'],
  ])('stays a quotation: %s', async (_name, text) => {
    expect((await read('a.md', text)).blocks.map(({ type }) => type)).toEqual(['blockquote']);
  });

  test('takes a list for words where its lines are no facts of the kind', async () => {
    const { blocks } = await read('a.md', '> **Action**\n>\n> x\n>\n> - **Colour** of a list\n');
    expect(blocks).toMatchObject([
      { type: 'action', content: [{ type: 'paragraph' }, { type: 'bulletList' }] },
    ]);
    expect(blocks[0]).not.toHaveProperty('attrs');
  });
});

describe('a box of the report as a web page', () => {
  const box = (label: string, inside: string) =>
    `<div class="callout blue" role="group"><p class="label">${label}</p>${inside}</div>`;
  const fact = (label: string, value: string) => `<div><dt>${label}</dt><dd>${value}</dd></div>`;

  test('is the outcome it shows', async () => {
    const page = box(
      'Ressource',
      `<p>utile</p><dl class="details">${fact('Lien', '<a href="https://a.eu/">https://a.eu/</a>')}${fact('Nature', 'Outil')}</dl>`,
    );
    expect((await read('a.html', page)).blocks).toEqual([
      { type: 'resource', attrs: { link: 'https://a.eu/', kind: 'tool' }, content: [words('utile')] },
    ]);
  });

  test('is a quotation with all its words where it says more than the outcome, as in the synthesis', async () => {
    const page = box('Décision', `<p>oui</p><dl class="details">${fact('Source', 'Groupe 1')}</dl>`);
    const { blocks, remarks } = await read('a.html', page);
    expect(blocks).toMatchObject([
      { type: 'blockquote', content: [{ type: 'paragraph' }, words('oui'), { type: 'bulletList' }] },
    ]);
    expect(JSON.stringify(blocks)).toMatch(/Décision.*oui.*Source.*Groupe 1/);
    expect(remarks).toEqual([{ rule: 'box-as-quote', count: 1 }]);
  });
});
