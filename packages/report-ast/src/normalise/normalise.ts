import { isColour } from '../colour.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Inline, ReportNode } from '../nodes.ts';
import type { Look, Part, Report, ReportSummit } from '../report.ts';
import { nodesOf, walk } from '../visit.ts';
import { assetOf, mendBlocks, mendWords } from './mend-blocks.ts';
import { anchorOf, Mending, type Needs } from './mending.ts';
import { mended } from './rules.ts';

/** A report that every format can write, and what had to be done for it. */
export interface Normalised {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes any report one that `validate` finds nothing in, with the same words in the same order; and one that a format
 * with these needs can write: without pictures that are not at hand, without characters that its fonts do not have. A report
 * that is all of this already comes back equal and without a remark. Nothing is thrown, however deep it is.
 */
export function normalise(report: Report, needs: Needs = {}): Normalised {
  const { say, said } = mended(report.lang);
  const mending = new Mending(needs, say);
  // `und` is the tag for a language that nobody has named.
  const lang = mending.spoken({ lang: report.lang }).lang ?? 'und';
  const look = report.look && mendLook(report.look, mending);
  const parts = report.parts.map((part) => mendPart(part, mending));
  const { look: _, ...rest } = report;
  const whole: Report = {
    ...rest,
    lang,
    summit: mendSummit(report.summit, mending),
    ...(look !== undefined && { look }),
    parts,
  };
  const settledParts = parts.map((part) => settled(part, whole, mending));
  mending.sayWhatIsNotShown();
  return {
    report: { ...whole, parts: settledParts },
    diagnostics: said,
  };
}

function mendSummit(summit: ReportSummit, mending: Mending): ReportSummit {
  const { theme: given, ...rest } = summit;
  const theme = mending.line(given ?? '');
  return {
    ...rest,
    title: mending.label(summit.title),
    ...(theme !== '' && { theme }),
    whenAndWhere: mending.label(summit.whenAndWhere),
    hosts: summit.hosts.map((host) => mending.line(host)).filter((host) => host !== ''),
  };
}

function mendPart(part: Part, mending: Mending): Part {
  const { lang: _lang, dir: _dir, ...rest } = part;
  const place = { depth: 1, inLink: false, inNote: false };
  const anchor = mending.anchor(part.anchor);
  const words = mendWords(part.title, place, mending);
  const title: Inline[] = words.length > 0 ? words : [{ type: 'text', value: mending.label('') }];
  return {
    ...rest,
    ...mending.spoken(part),
    anchor,
    title,
    children: mendBlocks(part.children, place, mending),
  };
}

function mendLook(look: Look, mending: Mending): Look {
  // Widened on purpose: a file read back may say another paper than the type allows.
  const paper: string | undefined = look.paper;
  const isPaper = paper === 'a4' || paper === 'letter';
  if (paper !== undefined && !isPaper) mending.say('normalise-look', paper);
  const colour = (name: 'accent' | 'second'): Partial<Look> => {
    const value = look[name]?.toLowerCase();
    if (value === undefined) return {};
    if (isColour(value)) return { [name]: value };
    mending.say('normalise-look', value);
    return {};
  };
  const logo = assetOf(look.logo, '', mending);
  const cover = assetOf(look.cover, '', mending);
  return {
    ...(isPaper && { paper }),
    ...colour('accent'),
    ...colour('second'),
    ...(logo !== undefined && { logo }),
    ...(cover !== undefined && { cover }),
  };
}

/** References know their places only when all of them are named; one that leads nowhere gives way to its words. */
function settled(part: Part, report: Report, mending: Mending): Part {
  const isWhole = ({ node }: { readonly node: ReportNode }): boolean =>
    node.type !== 'reference' || (mending.hasAnchor(node.target) && node.target === anchorOf(node.target));
  for (const visit of walk(nodesOf({ ...report, parts: [part] }))) {
    if (!isWhole(visit)) return relinked(part, mending);
  }
  return part;
}

function relinked(part: Part, mending: Mending): Part {
  return rewrite(part, (node) => {
    if (node.type !== 'reference') return undefined;
    const target = anchorOf(node.target);
    if (mending.hasAnchor(target)) return [{ ...node, target }];
    mending.say('normalise-reference', node.target);
    return node.children;
  });
}

/** The same tree with some of its inline nodes exchanged. It is no deeper than `MAX_DEPTH` by now. */
function rewrite<Value>(value: Value, change: (node: Inline) => readonly Inline[] | undefined): Value {
  return inside(value) as Value; // nodes give way to nodes of the same kind, so that each list keeps its type

  function inside(item: unknown): unknown {
    if (Array.isArray(item))
      return item.flatMap((child: unknown) => (isNode(child) ? exchanged(child) : [inside(child)]));
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, child]) => [key, inside(child)]));
  }

  function exchanged(node: Inline | Block): unknown[] {
    const whole = inside({ ...node }) as Inline; // the same node, and `change` looks at its type first
    return [...(change(whole) ?? [whole])];
  }
}

function isNode(item: unknown): item is Inline | Block {
  return typeof item === 'object' && item !== null && 'type' in item;
}
