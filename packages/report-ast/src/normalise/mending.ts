import { MAX_DEPTH } from '../limits.ts';
import { isDirection, isLanguageTag } from '../language-tag.ts';
import type { Anchor, AssetId, Block, Inline, ReportNode, Spoken } from '../nodes.ts';
import { taskSign } from '../task-sign.ts';
import { walk } from '../visit.ts';
import { singleLine, wellFormed } from '../well-formed.ts';
import { asShown, type Coverage } from './coverage.ts';
import type { NormaliseRule } from './rules.ts';

/** What a format needs beyond what every report keeps to. */
export interface Needs {
  /** The pictures at hand; where not given, none is missed. */
  readonly pictures?: ReadonlySet<AssetId>;
  /** What the fonts of the format can show; where not given, everything is. */
  readonly glyphs?: Coverage;
}

/** Where a node stands. */
export interface Place {
  /** 1 directly in a part. */
  readonly depth: number;
  readonly inLink: boolean;
  readonly inNote: boolean;
}

/** How nodes are mended: what is said about it, and what they share. */
export class Mending {
  readonly needs: Needs;
  readonly say: (rule: NormaliseRule, what?: string) => void;
  readonly #anchors = new Set<Anchor>();
  readonly #notShown = new Set<string>();

  constructor(needs: Needs, say: (rule: NormaliseRule, what?: string) => void) {
    this.needs = needs;
    this.say = say;
  }

  /** Words on one line. */
  line(value: string): string {
    return this.#shown(value, singleLine(value));
  }

  /** Words of a code block, whose lines stay. */
  lines(value: string): string {
    return this.#shown(value, wellFormed(value));
  }

  /** Words that must not be empty. */
  label(value: string): string {
    const words = this.line(value);
    if (words !== '') return words;
    this.say('normalise-text');
    return '–';
  }

  /** A name for a place, of its form, which nothing else has. */
  anchor(wished: Anchor): Anchor {
    const stem = anchorOf(wished);
    let anchor = stem;
    for (let count = 2; this.#anchors.has(anchor); count += 1) anchor = `${stem}-${count}`;
    this.#anchors.add(anchor);
    if (anchor !== wished) this.say('normalise-anchor', wished);
    return anchor;
  }

  /** Whether something leads there. */
  hasAnchor(anchor: Anchor): boolean {
    return this.#anchors.has(anchor);
  }

  spoken({ lang, dir }: Spoken): Spoken {
    // Widened on purpose: a file read back may say another direction than the type allows.
    const direction: string | undefined = dir;
    const isTag = lang !== undefined && isLanguageTag(lang);
    if (lang !== undefined && !isTag) this.say('normalise-language', lang);
    if (direction !== undefined && !isDirection(direction)) this.say('normalise-language', direction);
    return {
      ...(isTag && { lang }),
      ...(direction !== undefined && isDirection(direction) && { dir: direction }),
    };
  }

  /** Says once which characters had to be replaced: a passage in a script that no font has is a thing, not a hundred. */
  sayWhatIsNotShown(): void {
    if (this.#notShown.size === 0) return;
    const names = [...this.#notShown].slice(0, MOST_NAMED).map(nameOf).join(', ');
    this.say('normalise-glyph', this.#notShown.size > MOST_NAMED ? `${names}…` : names);
  }

  #shown(before: string, clean: string): string {
    if (clean !== before) this.say('normalise-text');
    if (this.needs.glyphs === undefined) return clean;
    const { words, missing } = asShown(clean, this.needs.glyphs);
    for (const character of missing) this.#notShown.add(character);
    return words;
  }
}

/** An anchor in the form that formats need: the same for the place and for what leads there. */
export function anchorOf(wished: Anchor): Anchor {
  const stem = wished.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
  return stem === '' ? 'a' : stem;
}

/** Levels that a node needs below its own, where what is in it is as flat as can be: a cell holds a paragraph of text. */
const ROOM: Readonly<Record<Block['type'] | Inline['type'], number>> = {
  paragraph: 1,
  section: 2,
  list: 3,
  table: 4,
  blockquote: 2,
  code: 0,
  figure: 1,
  callout: 2,
  thematicBreak: 0,
  text: 0,
  inlineCode: 0,
  break: 0,
  emphasis: 1,
  strong: 1,
  delete: 1,
  subscript: 1,
  superscript: 1,
  span: 1,
  link: 1,
  reference: 1,
  footnote: 2,
};

/** Whether there is no room for a node at this depth. */
export function isTooDeep(node: Block | Inline, { depth }: Place): boolean {
  return depth + ROOM[node.type] > MAX_DEPTH;
}

/** All words in some nodes, however deep they are, one piece after the other. */
export function wordsIn(nodes: readonly ReportNode[]): string[] {
  const words: string[] = [];
  for (const { node } of walk(nodes)) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') words.push(node.value);
    if (node.type === 'figure') words.push(node.alt);
    if (node.type === 'callout') words.push(node.label, ...node.details.map(({ label }) => label));
    if (node.type === 'listItem' && node.checked !== undefined) words.push(taskSign(node.checked));
  }
  return words.filter((piece) => piece !== '');
}

/** Enough to recognise a script or a set of signs by. */
const MOST_NAMED = 4;

function nameOf(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${character} (U+${point})`;
}
