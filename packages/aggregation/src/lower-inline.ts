import type { DocNode } from '@plenary/document';
import {
  emphasis,
  type Footnote,
  footnote,
  inlineCode,
  type Inline,
  isSafeUrl,
  lineBreak,
  link,
  singleLine,
  span,
  strong,
  struck,
  subscript,
  superscript,
  text,
} from '@plenary/report-ast';
import type { Remark } from './diagnostics.ts';
import type { LoweringContext } from './lowering-context.ts';
import { spokenOf } from './spoken.ts';

/** What is done to a run of inline nodes besides lowering it. */
export interface InlineWish {
  /** The whole run is set in strong type: a heading where no section can begin. */
  readonly strong?: boolean;
  /** Breaks become blanks: a title stands on one line. */
  readonly oneLine?: boolean;
}

/**
 * Inline nodes of a document as those of the report: formatting nested in one order, as few nodes as possible, no
 * blank at the edge of formatting or of the whole. Empty when there is nothing to read.
 */
export function lowerInline(
  nodes: readonly DocNode[],
  context: LoweringContext,
  wish: InlineWish = {},
): Inline[] {
  const runs = withRefusedLinks(nodes.map((node) => runOf(node, context)).filter((run) => run !== undefined));
  const wished = runs.map((run): Run => {
    const value = wish.oneLine && run.value === BREAK ? ' ' : run.value;
    const isStrong = wish.strong && typeof value !== 'object';
    return { ...run, value, marks: isStrong ? new Set([...run.marks, 'strong']) : run.marks };
  });
  return nested(trimmed(wished), 0);
}

/** The marks of a document and the nodes they become; links are told by their address, languages by their tag. */
const MARKS: Readonly<Record<string, Mark>> = {
  bold: 'strong',
  italic: 'emphasis',
  strike: 'delete',
  subscript: 'subscript',
  superscript: 'superscript',
  code: 'code',
};

/** What is said about words by those who review them; it does not change how they read. */
const REMARKS_ON_WORDS: ReadonlySet<string> = new Set(['deletion', 'comment']);

/** Outermost first. Code is innermost because it holds text only. */
const NESTING = [
  'link',
  'language',
  'strong',
  'emphasis',
  'delete',
  'subscript',
  'superscript',
  'code',
] as const;
type Mark = (typeof NESTING)[number];

const BREAK = Symbol('break');

interface Run {
  /** A note has no marks: formatting ends before it and goes on behind it. */
  readonly value: string | typeof BREAK | Footnote;
  readonly marks: ReadonlySet<Mark>;
  /** Of the link the run is in, safe or not; only a safe one is a mark. */
  readonly url: string | undefined;
  readonly lang: string | undefined;
}

const PLAIN = { marks: new Set<Mark>(), url: undefined, lang: undefined };

function runOf(node: DocNode, context: LoweringContext): Run | undefined {
  const { remark } = context;
  if (node.type === 'footnote') {
    const children = context.lowerBlocks(node.content ?? [], context);
    // One without words still parts the words around it.
    return { ...PLAIN, value: children.length === 0 ? ' ' : footnote(...children) };
  }
  if (node.text === undefined && node.type !== 'hardBreak') {
    remark('unknown-node', node.type);
    // It has no words of its own, but still parts the words around it.
    return { ...PLAIN, value: ' ' };
  }
  const format = formatting(node, remark);
  if (node.text === undefined) return { value: BREAK, ...format };
  if (node.type !== 'text') remark('unknown-node', node.type);
  const value = singleLine(node.text);
  if (isCleaned(node.text)) remark('text-cleaned', '');
  return value === '' ? undefined : { value, ...format };
}

function formatting(node: DocNode, remark: Remark): Omit<Run, 'value'> {
  const marks = new Set<Mark>();
  let url: string | undefined;
  let lang: string | undefined;
  for (const { type, attrs } of node.marks ?? []) {
    const mark = Object.hasOwn(MARKS, type) ? MARKS[type] : undefined;
    if (mark) marks.add(mark);
    else if (type === 'link') url = typeof attrs?.['href'] === 'string' ? attrs['href'] : '';
    else if (type === 'language') lang = spokenOf({ type, ...(attrs && { attrs }) }, remark).lang;
    else if (!REMARKS_ON_WORDS.has(type)) remark('unknown-mark', type);
  }
  if (lang !== undefined) marks.add('language');
  if (url !== undefined && isSafeUrl(url)) marks.add('link');
  else if (url !== undefined) remark('link-refused', url);
  return { marks, url, lang };
}

/** Whether more than white space was replaced. */
function isCleaned(before: string): boolean {
  return singleLine(before) !== before.replaceAll(/[\t\n\r]+/g, ' ');
}

/** The address of a link that is not safe follows its words as text, unless the words say it already. */
function withRefusedLinks(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let words = '';
  for (const [index, run] of runs.entries()) {
    result.push(run);
    const { url } = run;
    if (url === undefined || run.marks.has('link')) continue;
    words += typeof run.value === 'string' ? run.value : ' ';
    if (runs[index + 1]?.url === url) continue;
    const address = singleLine(url).trim();
    if (address !== '' && !words.includes(address)) {
      result.push({ ...PLAIN, value: ` (${address})` });
    }
    words = '';
  }
  return result;
}

function nested(runs: readonly Run[], level: number): Inline[] {
  const mark = NESTING[level];
  if (mark === undefined) return plain(runs);
  // Most lines have no formatting at all.
  if (!runs.some(({ marks }) => marks.has(mark))) return nested(runs, level + 1);
  return stretches(runs, mark).flatMap((stretch): Inline[] => {
    const first = stretch[0];
    return first?.marks.has(mark) ? [wrapped(mark, stretch, first, level)] : nested(stretch, level + 1);
  });
}

function wrapped(mark: Mark, stretch: readonly Run[], first: Run, level: number): Inline {
  const inside = (): Inline[] => nested(stretch, level + 1);
  switch (mark) {
    case 'link':
      return link(first.url ?? '', inside());
    case 'language':
      return span({ lang: first.lang ?? '' }, inside());
    case 'subscript':
      return subscript(inside());
    case 'superscript':
      return superscript(inside());
    case 'strong':
      return strong(inside());
    case 'emphasis':
      return emphasis(inside());
    case 'delete':
      return struck(inside());
    default:
      return inlineCode(stretch.map(({ value }) => (typeof value === 'string' ? value : ' ')).join(''));
  }
}

/** Cuts where the mark begins or ends, or the link changes; blanks at both ends of a marked stretch lose the mark. */
function stretches(runs: readonly Run[], mark: Mark): Run[][] {
  const cut = grouped(runs, mark);
  const trims = cut.flatMap((stretch) => (stretch[0]?.marks.has(mark) ? trimmed(stretch, mark) : stretch));
  return grouped(trims, mark);
}

function grouped(runs: readonly Run[], mark: Mark): Run[][] {
  const result: Run[][] = [];
  let last: Run | undefined;
  for (const run of runs) {
    const has = run.marks.has(mark);
    const same = last && last.marks.has(mark) === has && (!has || isSameOf(mark, last, run));
    if (same) result.at(-1)?.push(run);
    else result.push([run]);
    last = run;
  }
  return result;
}

/** Two links, or two languages, are one where they are the same. */
function isSameOf(mark: Mark, left: Run, right: Run): boolean {
  if (mark === 'link') return left.url === right.url;
  return mark !== 'language' || left.lang === right.lang;
}

/** Splits blanks and breaks off both ends: they lose the mark, or go altogether where no mark is given. */
function trimmed(runs: readonly Run[], mark?: Mark): Run[] {
  const start = runs.findIndex((run) => !isBlank(run));
  const kept = (run: Run): Run[] => (mark === undefined ? [] : [unmarked(run, mark)]);
  if (start === -1) return runs.flatMap(kept);
  const end = runs.findLastIndex((run) => !isBlank(run)) + 1;
  const middle = runs.slice(start, end);
  const [head, tail] = [middle[0], middle.at(-1)];
  if (!head || !tail) return [];
  const lead = blanksOf(head, /^\s+/);
  const trail = blanksOf(tail, /\s+$/);
  const cut = middle.map((run, index): Run => {
    if (typeof run.value !== 'string') return run;
    let { value } = run;
    if (index === middle.length - 1) value = value.slice(0, value.length - trail.length);
    if (index === 0) value = value.slice(lead.length);
    return { ...run, value };
  });
  return [
    ...runs.slice(0, start).flatMap(kept),
    ...(lead === '' ? [] : kept({ ...head, value: lead })),
    ...cut,
    ...(trail === '' ? [] : kept({ ...tail, value: trail })),
    ...runs.slice(end).flatMap(kept),
  ];
}

function blanksOf(run: Run, at: RegExp): string {
  return typeof run.value === 'string' ? (at.exec(run.value)?.[0] ?? '') : '';
}

function isBlank({ value }: Run): boolean {
  return value === BREAK || (typeof value === 'string' && value.trim() === '');
}

function unmarked(run: Run, mark: Mark): Run {
  return { ...run, marks: new Set([...run.marks].filter((other) => other !== mark)) };
}

function plain(runs: readonly Run[]): Inline[] {
  const result: Inline[] = [];
  let words = '';
  const end = (): void => {
    if (words !== '') result.push(text(words));
    words = '';
  };
  for (const { value } of runs) {
    if (typeof value === 'string') words += value;
    else {
      end();
      result.push(value === BREAK ? lineBreak : value);
    }
  }
  end();
  return result;
}
