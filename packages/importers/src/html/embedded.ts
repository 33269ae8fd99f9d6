import { type DocNode, isAllowedLink } from '@plenary/document';
import { figureIn } from '../figures.ts';
import { addMarks, linkMark, pictureText, text } from '../inline-nodes.ts';
import { absolute } from './element-marks.ts';
import {
  attribute,
  elementsNamed,
  hasAttribute,
  isElement,
  type PageElement,
  plainText,
  textOfNode,
} from './page.ts';
import type { Place } from './page-context.ts';

/** Elements that are no text: programs, pictures, films, fields of forms. Nothing is run and nothing is fetched. */
export const EMBEDDED: ReadonlySet<string> = new Set(
  (
    'area audio base button canvas embed frame head iframe img input link math meta noembed noframes object ' +
    'option param picture script select source style svg template textarea title track video'
  ).split(' '),
);

/** Leaves one of them out, or keeps what a reader can use of it, and says which. */
export function embedded(element: PageElement, place: Place): void {
  const { remarks } = place.context;
  switch (element.tagName) {
    case 'script':
    case 'style':
    case 'template':
      remarks.add('script-left-out');
      return;
    case 'head':
    case 'picture':
      place.inside(element, place);
      return;
    case 'title':
      remarks.add('page-title-left-out', plainText(element.childNodes));
      return;
    case 'img':
      picture(element, place);
      return;
    case 'svg':
      drawing(element, place);
      return;
    case 'math':
      remarks.add('formula-as-text');
      place.inside(element, place);
      return;
    case 'noembed':
    case 'noframes':
      place.inside(element, place);
      return;
    default:
      if (FIELDS.has(element.tagName)) field(element, place);
      else if (FRAMES.has(element.tagName)) frame(element, place);
    // What is left holds no words: settings of the page, places on a map, tracks of a film.
  }
}

const FRAMES: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'embed',
  'frame',
  'iframe',
  'object',
  'video',
]);
const FIELDS: ReadonlySet<string> = new Set(['button', 'input', 'option', 'select', 'textarea']);

function picture(element: PageElement, { flow, marks, context }: Place): void {
  const written = attribute(element, 'src').trim();
  const [alt, title] = [attribute(element, 'alt').trim(), attribute(element, 'title').trim()];
  const figure = context.pictures.figure({
    url: written,
    alt,
    title,
    decorates: alt === '' && title === '' && hasAttribute(element, 'alt'),
  });
  if (figure !== undefined) {
    flow.inline([figureIn(figure, marks, context.remarks)]);
    return;
  }
  const url = absolute(written, context.address);
  if (isAllowedLink(url)) {
    flow.inline(spaced(pictureText({ url, alt, title }, marks, context.remarks)));
    return;
  }
  // The bytes of a picture inside the page are not words.
  const address = /^data:/i.test(url) ? '' : url;
  context.remarks.add('image-as-text', alt === '' || title === alt ? address : `${address} ${title}`);
  flow.inline(spaced(text(alt || title, marks)));
}

/** What stood for itself must not run into the words around it. */
function spaced(nodes: readonly DocNode[]): readonly DocNode[] {
  return nodes.length === 0 ? [] : [...text(' '), ...nodes, ...text(' ')];
}

/** A film or a page inside the page: a link to it, then what the page has for browsers that cannot show it. */
function frame(element: PageElement, place: Place): void {
  const { flow, marks, context } = place;
  const own = attribute(element, 'src') || attribute(element, 'data');
  const first = elementsNamed(element.childNodes, new Set(['source']))[0];
  const address = absolute((own || (first ? attribute(first, 'src') : '')).trim(), context.address);
  const title = attribute(element, 'title').trim();
  const name = title || attribute(element, 'aria-label').trim();
  if (isAllowedLink(address)) {
    context.remarks.add('embed-as-link');
    const label = text(name || address, addMarks(marks, [linkMark(address, '')]));
    flow.inline(spaced(label));
  } else {
    context.remarks.add('embed-left-out', /^data:/i.test(address) ? '' : address);
    flow.inline(spaced(text(name, marks)));
  }
  place.inside(element, place);
}

/** The words of a drawing; its shapes cannot be kept. */
function drawing(element: PageElement, { flow, marks, context }: Place): void {
  context.remarks.add('drawing-as-text');
  const words = elementsNamed(element.childNodes, WORDS_OF_DRAWINGS).map((one) =>
    plainText(one.childNodes).trim(),
  );
  flow.inline(text(words.length > 0 ? ` ${words.join(' ')} ` : '', marks));
}

const WORDS_OF_DRAWINGS: ReadonlySet<string> = new Set(['title', 'desc', 'text']);

/** What a reader sees in a field of a form. */
function field(element: PageElement, place: Place): void {
  const { flow, marks, context } = place;
  switch (element.tagName) {
    case 'input': {
      const type = attribute(element, 'type').toLowerCase();
      if (type === 'hidden' || type === 'password') {
        context.remarks.add('form-as-text');
      } else if (type === 'checkbox' || type === 'radio') {
        flow.inline(text(hasAttribute(element, 'checked') ? '☑ ' : '☐ ', marks));
      } else {
        context.remarks.add('form-as-text');
        const seen =
          ['value', 'placeholder', 'alt'].map((name) => attribute(element, name)).find(Boolean) ?? '';
        flow.inline(text(seen === '' ? '' : ` ${seen} `, marks));
      }
      return;
    }
    case 'option':
      flow.inline(text(' ', marks));
      place.inside(element, place);
      flow.inline(text(' ', marks));
      return;
    case 'textarea':
      context.remarks.add('form-as-text');
      for (const line of linesOf(element)) {
        flow.endLine();
        flow.inline(text(line, marks));
      }
      flow.endLine();
      return;
    default:
      context.remarks.add('form-as-text');
      place.inside(element, place);
  }
}

function linesOf(element: PageElement): readonly string[] {
  const value = element.childNodes.map((node) => (isElement(node) ? '' : (textOfNode(node) ?? ''))).join('');
  return value.split('\n');
}
