import { Node } from '@tiptap/core';
import { isAssetId, isPixels, MAX_PIXELS } from '@plenary/report-ast';
import { type HtmlElement, refuse, wholeNumber } from './html-element.ts';

/** Two long paragraphs. What says more is for the caption, where everybody can read it and others can correct it. */
export const MAX_ALT_LENGTH = 2000;

/**
 * A picture with its caption, which people write together. `asset` names the picture by the SHA-256 of its bytes, never
 * by an address: nothing is fetched from outside. `alt` is null until somebody was asked, and empty where the picture only
 * decorates. `width` and `height` are in pixels. In HTML the picture has no address either; a view shows it.
 */
export const figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    asset: {
      default: null,
      validate: (value: unknown) =>
        refuse(
          value !== null && !isAsset(value),
          'An asset is named by its SHA-256, 64 hexadecimal digits in lower case',
        ),
      parseHTML: (element: HtmlElement) => {
        const asset = element.getAttribute('data-asset');
        return isAsset(asset) ? asset : null;
      },
      renderHTML: ({ asset }: Attributes) => ({ 'data-asset': isAsset(asset) ? asset : '' }),
    },
    alt: {
      default: null,
      validate: (value: unknown) =>
        refuse(
          value !== null && !(typeof value === 'string' && value.length <= MAX_ALT_LENGTH),
          `A description of a picture is a text of ${MAX_ALT_LENGTH} characters at most`,
        ),
      parseHTML: (element: HtmlElement) =>
        element.querySelector('img')?.getAttribute('alt')?.slice(0, MAX_ALT_LENGTH).toWellFormed() ?? null,
      rendered: false,
    },
    width: pixels('width'),
    height: pixels('height'),
  }),
  parseHTML: () => [{ tag: 'figure[data-asset]', contentElement: 'figcaption' }],
  renderHTML({ node, HTMLAttributes }) {
    const { alt, width, height }: Attributes = node.attrs;
    const shown = {
      ...(typeof alt === 'string' && { alt }),
      ...(typeof width === 'number' && { width }),
      ...(typeof height === 'number' && { height }),
    };
    return ['figure', HTMLAttributes, ['img', shown], ['figcaption', 0]];
  },
});

type Attributes = Readonly<Record<string, unknown>>;

function isAsset(value: unknown): value is string {
  return typeof value === 'string' && isAssetId(value);
}

function pixels(name: 'width' | 'height') {
  return {
    default: null,
    validate: (value: unknown) =>
      refuse(
        value !== null && !(typeof value === 'number' && isPixels(value)),
        `The ${name} of a picture is a whole number of pixels from 1 to ${MAX_PIXELS}`,
      ),
    parseHTML: (element: HtmlElement) =>
      wholeNumber(element.querySelector('img')?.getAttribute(name) ?? null, 1, MAX_PIXELS),
    rendered: false,
  };
}
