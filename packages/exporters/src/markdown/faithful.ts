import type { Inline } from '@plenary/report-ast';
import type { Heading, Html, Nodes, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';
import { parseMarkdown, writeMarkdown } from './grammar.ts';
import { arePlainWords } from './plain-words.ts';
import { phrasing, type Spelling } from './spelling.ts';
import { tidy } from './tidy.ts';

/** A paragraph that says exactly these words to whoever reads the file. */
export function faithfulParagraph(words: readonly Inline[], lead: readonly Html[] = []): Paragraph {
  return faithful(words, false, (children) => ({ type: 'paragraph', children: [...lead, ...children] }));
}

/** A heading that says exactly these words. */
export function faithfulHeading(level: number, words: readonly Inline[], lead: readonly Html[]): Heading {
  const depth = DEPTHS[level - 1] ?? 6;
  return faithful(words, true, (children) => ({ type: 'heading', depth, children: [...lead, ...children] }));
}

/** A cell that says exactly these words. */
export function faithfulCell(words: readonly Inline[]): TableCell {
  return faithful(words, true, (children) => ({ type: 'tableCell', children }));
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/**
 * Markdown has no grammar that a writer could follow to be sure: what a character means depends on its neighbours. So each
 * spelling is written, read by a parser and compared, and the first that comes back as it went is taken.
 */
function faithful<Node extends Paragraph | Heading | TableCell>(
  words: readonly Inline[],
  singleLine: boolean,
  wrap: (children: PhrasingContent[]) => Node,
): Node {
  const tidied = tidy(words);
  if (arePlainWords(tidied)) return wrap(phrasing(tidied, 'marks', singleLine));
  const expected = impressionOf(phrasing(tidied, 'marks', singleLine));
  for (const spelling of ['marks', 'tags'] as const satisfies readonly Spelling[]) {
    const node = wrap(phrasing(tidied, spelling, singleLine));
    if (comesBack(node, expected, spelling)) return node;
  }
  return wrap(phrasing(tidied, 'references', singleLine));
}

function comesBack(
  node: Paragraph | Heading | TableCell,
  expected: readonly Character[],
  spelling: Spelling,
): boolean {
  const written = writeMarkdown(documentWith(node));
  // Right for a parser, but a person who searches the file for a word must find it: tags leave the letters alone.
  if (spelling === 'marks' && CHARACTER_REFERENCE.test(written)) return false;
  const { children } = parseMarkdown(written);
  const [first, ...others] = children;
  // An empty paragraph is not there any more, which is right.
  if (first === undefined) return expected.length === 0;
  if (others.length > 0 || first.type !== (node.type === 'tableCell' ? 'table' : node.type)) return false;
  const actual = impressionOf([first]);
  if (actual.length !== expected.length) return false;
  return expected.every((character, index) => {
    const other = actual[index];
    if (other?.value !== character.value) return false;
    if (spelling === 'tags') return other.marks === '';
    // A bare address in the text becomes a link for readers of this dialect; its words stay, so that is accepted.
    return other.marks === character.marks && (character.url === undefined || other.url === character.url);
  });
}

function documentWith(node: Paragraph | Heading | TableCell): Root {
  if (node.type !== 'tableCell') return { type: 'root', children: [node] };
  return { type: 'root', children: [{ type: 'table', children: [{ type: 'tableRow', children: [node] }] }] };
}

const CHARACTER_REFERENCE = /(?<!\\)&#x[0-9A-F]+;/;

/** A character as a reader meets it. */
interface Character {
  readonly value: string;
  /** Sorted names of the marks it stands in. */
  readonly marks: string;
  readonly url: string | undefined;
}

function impressionOf(
  nodes: readonly Nodes[],
  marks: readonly string[] = [],
  url?: string,
): readonly Character[] {
  return nodes.flatMap((node): readonly Character[] => {
    switch (node.type) {
      case 'text':
        return characters(node.value, marks, url);
      case 'inlineCode':
        return characters(node.value, [...marks, 'code'], url);
      case 'break':
        return characters('\n', marks, url);
      case 'html':
        return node.value === '<br>' ? characters('\n', marks, url) : [];
      case 'emphasis':
      case 'strong':
      case 'delete':
        return impressionOf(node.children, [...marks, node.type], url);
      case 'link':
        return impressionOf(node.children, marks, node.url);
      default:
        return 'children' in node ? impressionOf(node.children, marks, url) : [];
    }
  });
}

function characters(value: string, marks: readonly string[], url: string | undefined): readonly Character[] {
  // A break shows no mark, and a parser may leave it on either side of one.
  const key = value === '\n' ? '' : [...new Set(marks)].toSorted().join(' ');
  return Array.from(value, (character) => ({
    value: character,
    marks: key,
    url: value === '\n' ? undefined : url,
  }));
}
