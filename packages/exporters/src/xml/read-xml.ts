import { SaxesParser } from 'saxes';

/** An element as a parser finds it: names with the prefix they are written with, entities resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The root of an XML file. Throws for what is not well-formed, with the place; comments and instructions are left out. */
export function readXml(source: string): XmlElement {
  const parser = new SaxesParser();
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  const append = (child: OpenElement | string): void => void open.at(-1)?.children.push(child);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    append(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(source).close();
  const root = document.children.find((child) => typeof child !== 'string');
  // The parser complains about a file without a root before this does.
  if (root === undefined) throw new Error('The XML file has no element.');
  return root;
}

/** The elements of a kind directly inside an element. */
export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The first element of a kind directly inside an element. */
export function childNamed({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

interface OpenElement extends XmlElement {
  readonly children: (OpenElement | string)[];
}
