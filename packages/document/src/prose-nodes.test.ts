import { Editor } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { PROSE_DEFAULTS } from './canonical.ts';
import { documentExtensions, documentSchema } from './prose-nodes.ts';
import { splitHeading } from './template-parts.ts';

const schema = documentSchema(sampleBlocks);

describe('the schema of group documents', () => {
  test('is built without a DOM', () => {
    expect('document' in globalThis).toBe(false);
    expect(DOMParser.fromSchema(schema)).toBeDefined();
  });

  test('is built once for the same blocks', () => {
    expect(documentSchema(sampleBlocks)).toBe(schema);
  });

  // This list is the schema: whoever changes it decides whether SCHEMA_VERSION grows.
  test('has these nodes, marks and attributes in version 2', () => {
    const attributes = (spec: { attrs?: object | null }) => Object.keys(spec.attrs ?? {}).join(' ');
    const { note: _note, ...nodes } = Object.fromEntries(
      Object.entries(schema.nodes).map(([name, type]) => [
        name,
        `${type.spec.content ?? ''} [${attributes(type.spec)}]`,
      ]),
    );
    expect(nodes).toEqual({
      doc: 'block+ []',
      paragraph: 'inline* [lang dir]',
      heading: 'inline* [part lang dir level]',
      blockquote: 'block+ [lang dir]',
      bulletList: 'listItem+ [lang dir]',
      orderedList: 'listItem+ [lang dir start type]',
      listItem: 'paragraph block* [lang dir]',
      taskList: 'taskItem+ [lang dir]',
      taskItem: 'paragraph block* [lang dir checked]',
      codeBlock: 'text* [language]',
      horizontalRule: ' []',
      hardBreak: ' []',
      figure: 'inline* [lang dir asset alt width height]',
      footnote: '(text | hardBreak)* []',
      table: 'tableRow+ [lang dir]',
      tableRow: '(tableCell | tableHeader)* []',
      tableCell: 'block+ [lang dir colspan rowspan colwidth align]',
      tableHeader: 'block+ [lang dir colspan rowspan colwidth align]',
      text: ' []',
    });
    expect(attributes(schema.nodes['note']?.spec ?? {})).toContain('lang dir');
    expect(
      Object.fromEntries(Object.entries(schema.marks).map(([name, type]) => [name, attributes(type.spec)])),
    ).toEqual({
      link: 'href target rel class title',
      bold: '',
      code: '',
      italic: '',
      strike: '',
      subscript: '',
      superscript: '',
      language: 'lang',
      insertion: 'id by at',
      deletion: 'id by at',
      comment: 'thread',
    });
  });

  test('has the defaults that canonical JSON leaves out, and no others but null', () => {
    const types = Object.entries({ ...schema.nodes, ...schema.marks });
    const defaults = types.flatMap(([name, type]) => {
      const attrs = Object.entries(type.spec.attrs ?? {}).flatMap(([key, spec]) =>
        spec.default === null || spec.default === undefined ? [] : [[key, spec.default]],
      );
      return attrs.length > 0 ? [[name, Object.fromEntries(attrs)]] : [];
    });
    expect(Object.fromEntries(defaults)).toEqual(PROSE_DEFAULTS);
  });
});

describe('headings', () => {
  test('carry the part of the template in HTML, both ways', () => {
    const heading = schema.nodes['heading'];
    const html = heading?.spec.toDOM?.(heading.create({ level: 2, part: 'findings' }));
    expect(html).toEqual(['h2', { 'data-part': 'findings' }, 0]);
    const rule = heading?.spec.parseDOM?.find(({ tag }) => tag === 'h2');
    // Only the one method that the rule uses; there is no DOM here.
    const element = { getAttribute: (name: string) => (name === 'data-part' ? 'findings' : null) } as never;
    expect(rule?.getAttrs?.(element)).toMatchObject({ level: 2, part: 'findings' });
  });

  test('keep the part in one place only when they are split', () => {
    const content = {
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2, part: 'findings' },
          content: [{ type: 'text', text: 'Key findings' }],
        },
      ],
    };
    const editor = new Editor({ element: null, content, extensions: documentExtensions(sampleBlocks) });
    editor.commands.setTextSelection(4);
    expect(splitHeading(editor)).toBe(true);
    expect(editor.getJSON().content).toMatchObject([
      { type: 'heading', attrs: { part: 'findings' } },
      { type: 'heading', attrs: { part: null, level: 2 } },
    ]);
    editor.commands.setTextSelection(1);
    expect(splitHeading(editor)).toBe(false);
    editor.destroy();
  });
});
