import type { Inline } from '@plenary/report-ast';
import type {
  FootnoteDefinition,
  Heading,
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast';
import { parseMarkdown, writeMarkdown } from './grammar.ts';
import type { Notes } from './notes.ts';
import { arePlainWords } from './plain-words.ts';
import { phrasing, type Spelling } from './spelling.ts';
import { tidy } from './tidy.ts';

/** A paragraph that says exactly these words to whoever reads the file. */
export function faithfulParagraph(
  words: readonly Inline[],
  notes: Notes,
  lead: readonly Html[] = [],
): Paragraph {
  const wrap = (children: PhrasingContent[]): Paragraph => ({
    type: 'paragraph',
    children: [...lead, ...children],
  });
  return faithful(words, notes, false, wrap);
}

/** A heading that says exactly these words. */
export function faithfulHeading(
  level: number,
  words: readonly Inline[],
  notes: Notes,
  lead: readonly Html[] = [],
): Heading {
  const depth = DEPTHS[level - 1] ?? 6;
  const wrap = (children: PhrasingContent[]): Heading => ({
    type: 'heading',
    depth,
    children: [...lead, ...children],
  });
  return faithful(words, notes, true, wrap);
}

/** A cell that says exactly these words. */
export function faithfulCell(words: readonly Inline[], notes: Notes): TableCell {
  return faithful(words, notes, true, (children) => ({ type: 'tableCell', children }));
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/**
 * Markdown has no grammar that a writer could follow to be sure: what a character means depends on its neighbours. So each
 * spelling is written, read by a parser and compared, and the first that comes back as it went is taken.
 */
function faithful<Node extends Paragraph | Heading | TableCell>(
  words: readonly Inline[],
  notes: Notes,
  singleLine: boolean,
  wrap: (children: PhrasingContent[]) => Node,
): Node {
  const tidied = tidy(words);
  const labels = notes.label(tidied);
  const spelled = (spelling: Spelling): PhrasingContent[] =>
    phrasing(tidied, { spelling, singleLine, notes: labels });
  if (arePlainWords(tidied)) return wrap(spelled('marks'));
  const expected = impressionOf(spelled('marks'));
  for (const spelling of ['marks', 'tags'] as const satisfies readonly Spelling[]) {
    const node = wrap(spelled(spelling));
    if (comesBack(node, expected, spelling, [...labels.values()])) return node;
  }
  return wrap(spelled('references'));
}

function comesBack(
  node: Paragraph | Heading | TableCell,
  expected: readonly Character[],
  spelling: Spelling,
  labels: readonly string[],
): boolean {
  const written = writeMarkdown(documentWith(node, labels));
  // Right for a parser, but a person who searches the file for a word must find it: tags leave the letters alone.
  if (spelling === 'marks' && CHARACTER_REFERENCE.test(written)) return false;
  const children = parseMarkdown(written).children.filter(({ type }) => type !== 'footnoteDefinition');
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

/** A number leads to a note only where there is one, so each gets one here. */
function documentWith(node: Paragraph | Heading | TableCell, labels: readonly string[]): Root {
  const notes = labels.map((label): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'note' }] }],
  }));
  const content: RootContent =
    node.type === 'tableCell' ? { type: 'table', children: [{ type: 'tableRow', children: [node] }] } : node;
  return { type: 'root', children: [content, ...notes] };
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
      case 'footnoteReference':
        return [{ value: `[^${node.identifier}]`, marks: '', url: undefined }];
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
