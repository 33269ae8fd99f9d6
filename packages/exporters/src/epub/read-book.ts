import type { Element, ElementContent } from 'hast';
import type { ReadBack } from '../exporter.ts';
import { readTrees } from '../html/read-back.ts';
import { childNamed, childrenNamed, readXml, type XmlElement } from '../xml/read-xml.ts';
import { type Unzipped, unzip } from '../zip/unzip.ts';

/**
 * A book as a reading device opens it: the container names the package document, that the order of the files; each is
 * parsed as XML. The contents are left out, as everywhere.
 */
export function readBook(file: Uint8Array): ReadBack {
  const archive = unzip(file);
  const pages = pagesOf(archive);
  const bodies = pages.flatMap((page) => childrenNamed(page, 'body')).map(asHtml);
  const [title, rest] = [bodies.filter(isTitle), bodies.filter((body) => !isTitle(body))];
  return readTrees(title, rest, { pictures: true, notes: true });
}

function isTitle({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'header');
}

function pagesOf(archive: Unzipped): readonly XmlElement[] {
  const container = readXml(archive.text('META-INF/container.xml') ?? '');
  const rootFile = childNamed(childNamed(container, 'rootfiles') ?? container, 'rootfile');
  const path = rootFile?.attributes['full-path'] ?? '';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const root = readXml(archive.text(path) ?? '');
  const items = childrenNamed(childNamed(root, 'manifest') ?? root, 'item');
  const byId = new Map(items.map(({ attributes }) => [attributes['id'], attributes]));
  return childrenNamed(childNamed(root, 'spine') ?? root, 'itemref').flatMap(({ attributes }) => {
    const item = byId.get(attributes['idref']);
    if (item === undefined || item['properties']?.split(' ').includes('nav') === true) return [];
    const text = archive.text(`${folder}${item['href'] ?? ''}`);
    return text === undefined ? [] : [withoutMissing(readXml(text), archive, folder)];
  });
}

/** A picture whose file is not in the book is not there, whatever points at it. */
function withoutMissing(element: XmlElement, archive: Unzipped, folder: string): XmlElement {
  const isThere = (child: XmlElement | string): boolean =>
    typeof child === 'string' ||
    child.name !== 'img' ||
    archive.bytes(`${folder}${child.attributes['src'] ?? ''}`) !== undefined;
  const children = element.children
    .filter(isThere)
    .map((child) => (typeof child === 'string' ? child : withoutMissing(child, archive, folder)));
  return { ...element, children };
}

/** The same element as a parser of HTML would have found it. */
function asHtml({ name, attributes, children }: XmlElement): Element {
  const { class: names, ...others } = attributes;
  return {
    type: 'element',
    tagName: name,
    properties: { ...others, ...(names === undefined ? {} : { className: names.split(' ') }) },
    children: children.map((child): ElementContent => {
      return typeof child === 'string' ? { type: 'text', value: child } : asHtml(child);
    }),
  };
}
