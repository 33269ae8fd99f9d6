import { arbitraryLine } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childNamed, childrenNamed, readXml } from './read-xml.ts';
import { NO_XML, xml, xmlFile, xmlJoined, xmlLiteral, xmlOfEach, xmlPair, xmlText } from './xml.ts';

describe('markup', () => {
  it('is written with its attributes in order, and closed at once where it is empty', () => {
    expect(xml('a', { b: 'c', d: 2, e: undefined })).toBe('<a b="c" d="2"/>');
    expect(xml('a', {}, NO_XML, [])).toBe('<a/>');
    expect(xml('a', {}, xml('b'), [xmlText('x'), xml('c')])).toBe('<a><b/>x<c/></a>');
    expect(xmlJoined([xml('a'), xmlText('&')])).toBe('<a/>&amp;');
  });

  it('keeps the end of a pair, whatever is in it', () => {
    expect(xmlPair('a', { b: 'c', e: undefined })).toBe('<a b="c"></a>');
    expect(xmlPair('a', {}, [])).toBe('<a></a>');
    expect(xmlPair('a', {}, xmlText('&'))).toBe('<a>&amp;</a>');
    expect(xmlPair('a', { b: '"' }, [xml('b'), NO_XML, xmlText('x')])).toBe('<a b="&quot;"><b/>x</a>');
  });

  it('is written item by item, in order', () => {
    const cell = (text: string, name: string) => xmlPair(name, {}, xmlText(text));
    expect(xmlOfEach(['1', '<'], cell, 'td')).toBe('<td>1</td><td>&lt;</td>');
    expect(xmlOfEach([], cell, 'td')).toBe(NO_XML);
  });

  it('never comes from text', () => {
    expect(xml('a', { b: `<"'&>\n\t` }, xmlText(`<b c="d">]]>&amp;\r`))).toBe(
      '<a b="&lt;&quot;\'&amp;&gt;&#10;&#9;">&lt;b c="d"&gt;]]&gt;&amp;amp;&#13;</a>',
    );
  });

  it('is read back as it was, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryLine(), arbitraryLine(), (value, text) => {
        const root = readXml(xmlFile(xml('root', { value }, xmlText(text))));
        expect(root.attributes).toEqual({ value });
        expect(root.children).toEqual([text]);
      }),
    );
  });
});

describe('a file', () => {
  it('says its encoding, and its type where it has one', () => {
    expect(xmlFile(xml('a'), xmlLiteral('<!DOCTYPE a>'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a><a/>',
    );
  });

  it('is read into elements and text, without comments', () => {
    const root = readXml(
      '<?xml version="1.0"?><!DOCTYPE a><a>x<!-- y --><w:b c="1"/>&#x41;<w:b/><![CDATA[<]]></a>',
    );
    expect(childrenNamed(root, 'w:b').map(({ attributes }) => attributes)).toEqual([{ c: '1' }, {}]);
    expect(childNamed(root, 'w:b')?.attributes).toEqual({ c: '1' });
    expect(childNamed(root, 'b')).toBeUndefined();
    expect(root.children.filter((child) => typeof child === 'string').join('')).toBe('xA<');
  });

  it.each(['', 'x', '<a>', '<a></b>', '<a b="<"/>', '<a>&nbsp;</a>'])('%j is refused', (source) => {
    expect(() => readXml(source)).toThrow(/^\d+:\d+: /);
  });
});
