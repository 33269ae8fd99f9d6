import type { OutcomeBlocks } from '@plenary/document';
import type { Imported, Importer } from '../importer.ts';
import { Pictures } from '../pictures.ts';
import { Remarks } from '../remarks.ts';
import { blocksOf } from './blocks.ts';
import { decodePage } from './decode-page.ts';
import { makeOfficeLists } from './office-lists.ts';
import { notesOf } from './page-notes.ts';
import { UNSPOKEN } from './spoken.ts';
import { attribute, elementsNamed, type PageParent, parsePage, type PageNode } from './page.ts';

/** Web pages, whole or a piece as programs put it into the clipboard, read as a browser without scripts does. */
export const html: Importer = {
  read: async (bytes, kinds = {}) => {
    const { text, cleaned, guessed } = decodePage(bytes);
    const remarks = new Remarks();
    if (guessed) remarks.add('encoding-guessed');
    if (cleaned) remarks.add('control-characters');
    return readPage(text, { remarks, kinds });
  },
};

/** How a page in memory is to be read. */
export interface PageReading {
  /** What cannot be kept is added to these. */
  readonly remarks: Remarks;
  /** Where pictures lie that are not in the page itself. */
  readonly pictures?: Pictures;
  /** Whether each line is a paragraph of its own. */
  readonly byLine?: boolean;
  /** What boxes may be. */
  readonly kinds?: OutcomeBlocks;
  /** Puts what a program writes in its own way into the elements that pages have for it. */
  readonly prepare?: (page: PageParent) => void;
}

/** The same for a page that is in memory already. */
export function readPage(
  page: string,
  { remarks, pictures = new Pictures(), byLine = false, kinds = {}, prepare }: PageReading,
): Imported {
  const tree = parsePage(page);
  makeOfficeLists(tree);
  prepare?.(tree);
  const { childNodes } = tree;
  const address = addressOf(childNodes);
  const blocks = blocksOf(childNodes, [], {
    remarks,
    pictures,
    address,
    byLine,
    kinds,
    notes: notesOf(childNodes),
    spoken: UNSPOKEN,
    depth: 1,
    blocksOf,
  });
  return { blocks, pictures: pictures.list(), remarks: remarks.list() };
}

/** Where the page was saved from, as far as it says so: what its relative links start at. */
function addressOf(nodes: readonly PageNode[]): string | undefined {
  const base = elementsNamed(nodes, new Set(['base'])).map((element) => attribute(element, 'href'));
  const canonical = elementsNamed(nodes, new Set(['link']))
    .filter((element) => attribute(element, 'rel').toLowerCase() === 'canonical')
    .map((element) => attribute(element, 'href'));
  return [...base, ...canonical].find((address) => /^https?:\/\//i.test(address) && URL.canParse(address));
}
