import type { DocMark, DocNode } from '@plenary/document';
import { footnoteNode, inOneLine } from '../footnote-node.ts';
import { text } from '../inline-nodes.ts';
import { visible } from '../text-bytes.ts';
import { marksIn } from './element-marks.ts';
import { EMBEDDED, embedded } from './embedded.ts';
import { Flow } from './flow.ts';
import { contentOfNote, NO_NOTES } from './page-notes.ts';
import { boxOf, isBox } from './box.ts';
import { definitionsOf, listOf } from './list.ts';
import { attribute, isElement, type PageElement, type PageNode, plainText, textOfNode } from './page.ts';
import { deeper, type PageContext, type Place, within } from './page-context.ts';
import { tableOf } from './table.ts';

/** The blocks these nodes of a page become; text between blocks becomes paragraphs. */
export function blocksOf(
  nodes: readonly PageNode[],
  marks: readonly DocMark[],
  context: PageContext,
): readonly DocNode[] {
  const flow = new Flow(context.spoken.attrs);
  for (const node of nodes) walk(node, { flow, marks, context, inside });
  return flow.end();
}

function walk(node: PageNode, place: Place): void {
  const { flow, marks, context } = place;
  if (isElement(node)) {
    if (context.notes.taken.has(node)) return;
    const note = context.notes.byReference.get(node);
    if (note) {
      flow.inline([noteOf(note, context)]);
      return;
    }
    const handle = HANDLERS.get(node.tagName) ?? (EMBEDDED.has(node.tagName) ? embedded : undefined);
    if (handle) handle(node, { ...place, context: within(node, context) });
    else if (BLOCKS.has(node.tagName)) alone(node, { ...place, context: within(node, context) });
    else inside(node, place);
    return;
  }
  const value = textOfNode(node);
  if (value !== undefined) flow.inline(text(value, marks));
  else if (node.nodeName === '#comment' && !isOfTheClipboard(node)) context.remarks.add('comment-left-out');
}

function noteOf(note: PageElement, context: PageContext): DocNode {
  const further = { ...deeper(context, 2), notes: NO_NOTES };
  return footnoteNode(blocksOf(contentOfNote(note), [], further), context.remarks);
}

/** What stands in a line with the text around it, or is not known: only what is in it counts. */
function inside(element: PageElement, place: Place): void {
  const marked = { ...place, marks: marksIn(element, place.marks, place.context) };
  for (const node of element.childNodes) walk(node, marked);
}

/** What has lines of its own. */
function alone(element: PageElement, place: Place): void {
  place.flow.speaking(place.context.spoken.attrs, () => inside(element, place));
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside body caption center dd details dialog dt fieldset figure footer form ' +
    'header hgroup html legend li main nav optgroup p search section summary tbody td tfoot th thead tr'
  ).split(' '),
);

type Handler = (element: PageElement, place: Place) => void;

const heading: Handler = (element, { flow, marks, context }) => {
  const level = Number(element.tagName.slice(1));
  if (level > DEEPEST_HEADING) context.remarks.add('heading-level');
  const around = marks.filter(({ type }) => type !== 'bold');
  const blocks = blocksOf(element.childNodes, around, context);
  // Pages put lists and tables into headings; they stand below it then.
  flow.blocks(
    blocks.map((block) =>
      block.type === 'paragraph'
        ? { ...block, type: 'heading', attrs: { ...block.attrs, level: Math.min(level, DEEPEST_HEADING) } }
        : block,
    ),
  );
};

const DEEPEST_HEADING = 3;

const quote: Handler = (element, { flow, marks, context }) => {
  const blocks = blocksOf(element.childNodes, marks, deeper(context, 1));
  flow.blocks(blocks.length > 0 ? [{ type: 'blockquote', content: blocks }] : []);
};

const verbatim: Handler = (element, { flow, context }) => {
  // The parser takes away the first line feed, as browsers do.
  const value = visible(plainText(element.childNodes)).replace(/\n$/, '');
  if (value === '') return;
  const code = element.childNodes.find(
    (node): node is PageElement => isElement(node) && node.tagName === 'code',
  );
  const named = [code, element].flatMap((one) => (one ? [attribute(one, 'class').slice(0, 500)] : []));
  const language = /(?:^|[\s-])lang(?:uage)?-([\w+#.-]{1,30})/.exec(named.join(' '))?.[1] ?? null;
  for (const { tagName } of lookedThrough(element)) {
    if (tagName === 'img') context.remarks.add('image-as-text');
  }
  flow.blocks([{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text: value }] }]);
};

function lookedThrough(element: PageElement): readonly PageElement[] {
  return element.childNodes.flatMap((node) => (isElement(node) ? [node, ...lookedThrough(node)] : []));
}

const term: Handler = (element, place) => {
  place.flow.endLine();
  inside(element, {
    ...place,
    marks: [...place.marks.filter(({ type }) => type !== 'bold'), { type: 'bold' }],
  });
  place.flow.endLine();
};

const caption: Handler = (element, { flow, marks, context }) => {
  const blocks = blocksOf(element.childNodes, marks, context);
  flow.caption(blocks, blocks.every(({ type }) => type === 'paragraph') ? inOneLine(blocks) : []);
};

const division: Handler = (element, place) => {
  if (isBox(element)) place.flow.blocks(boxOf(element, place.context));
  else alone(element, place);
};

/** Puts signs around what is in the element. */
const between =
  (before: string, after: string): Handler =>
  (element, place) => {
    place.flow.inline(text(before, place.marks));
    inside(element, place);
    place.flow.inline(text(after, place.marks));
  };

const nothing: Handler = () => {};

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading] as const),
  ...['pre', 'listing', 'xmp', 'plaintext'].map((name) => [name, verbatim] as const),
  ...['ul', 'ol', 'menu', 'dir'].map((name): readonly [string, Handler] => [
    name,
    (element, { flow, context }) => flow.blocks(listOf(element, context)),
  ]),
  ['dl', (element, { flow, context }) => flow.blocks(definitionsOf(element, context))],
  ['table', (element, { flow, context }) => flow.blocks(tableOf(element, context))],
  ['blockquote', quote],
  ['div', division],
  ['summary', term],
  ['figcaption', caption],
  ['hr', (_, { flow }) => flow.blocks([{ type: 'horizontalRule' }])],
  ['br', (_, { flow, context }) => (context.byLine ? flow.endLine() : flow.inline([{ type: 'hardBreak' }]))],
  ['q', between('“', '”')],
  // The reading of a character; its own brackets are for old browsers.
  ['rt', between('(', ')')],
  ['rp', nothing],
  ['wbr', nothing],
]);

/** Programs mark the part of a page they put into the clipboard. */
function isOfTheClipboard(node: PageNode): boolean {
  return 'data' in node && /^(?:Start|End)Fragment$/.test(node.data.trim());
}
