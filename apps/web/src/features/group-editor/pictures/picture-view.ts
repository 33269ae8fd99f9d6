import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { PictureAtHand, PictureControls } from './picture-controls.ts';
import { isPicture } from './picture-places.ts';

/** Words at a picture, in the reader's language when they are asked for, and where its bytes are. */
export interface PictureWords {
  readonly address: (asset: string) => string;
  readonly caption: () => string;
  readonly missing: () => string;
}

/**
 * Shows a picture with its caption, whose words people write together. Where one writes, a line below it asks for what the
 * picture shows, kindly and always at the same place; whoever says that it only decorates is not asked again.
 */
export function pictureViews(words: PictureWords): Extension {
  return Extension.create({
    name: 'pictureViews',
    addProseMirrorPlugins() {
      const { editor } = this;
      const views = new Set<PictureView>();
      return [
        new Plugin({
          props: {
            nodeViews: {
              figure: (node, _view, getPos) => new PictureView({ node, getPos, editor, words, views }),
            },
          },
          // Whether one may write changes without the picture changing.
          view: () => ({ update: () => views.forEach((view) => view.showControls()) }),
        }),
      ];
    },
  });
}

interface PictureViewParts {
  readonly node: Node;
  readonly getPos: () => number | undefined;
  readonly editor: Editor;
  readonly words: PictureWords;
  readonly views: Set<PictureView>;
}

class PictureView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly contentDOM = document.createElement('figcaption');
  readonly #frame = apart('plenary-picture');
  readonly #image = document.createElement('img');
  readonly #place = apart('plenary-picture-controls');
  readonly #parts: PictureViewParts;
  #node: Node;
  #controls: PictureControls | 'loading' | undefined;

  constructor(parts: PictureViewParts) {
    this.#parts = parts;
    this.#node = parts.node;
    this.dom.className = 'plenary-figure';
    this.#image.setAttribute('loading', 'lazy');
    this.#image.setAttribute('decoding', 'async');
    this.#image.draggable = false;
    this.#image.addEventListener('load', () => this.#isThere(true));
    this.#image.addEventListener('error', () => this.#isThere(false));
    this.#frame.append(this.#image);
    this.#frame.addEventListener('click', () => this.#select());
    this.dom.append(this.#frame, this.contentDOM, this.#place);
    parts.views.add(this);
    this.update(parts.node);
    this.showControls();
  }

  update(node: Node): boolean {
    if (!isPicture(node)) return false;
    this.#node = node;
    const { words } = this.#parts;
    const { alt, asset, lang, dir, width, height }: Readonly<Record<string, unknown>> = node.attrs;
    const address = typeof asset === 'string' ? words.address(asset) : '';
    if (this.#image.getAttribute('src') !== address) this.#image.setAttribute('src', address);
    // With both known, the place is kept before the picture is there.
    show(this.#image, { width, height, alt: alt ?? '' });
    show(this.dom, { lang, dir });
    this.dom.toggleAttribute('data-undescribed', typeof alt !== 'string');
    this.contentDOM.dataset['empty'] = node.content.size === 0 ? words.caption() : '';
    if (typeof this.#controls === 'object') this.#controls.show();
    return true;
  }

  /** The controls are for those who write; they are loaded once the text is there. */
  showControls(): void {
    const { isEditable } = this.#parts.editor;
    this.#place.hidden = !isEditable;
    this.contentDOM.hidden = !isEditable && this.#node.content.size === 0;
    if (!isEditable || this.#controls !== undefined) return;
    this.#controls = 'loading';
    void import('./picture-controls.ts').then(
      ({ makeControls }) => {
        this.#controls = makeControls(this.#place, this.#atHand());
        this.#controls.show();
      },
      // Tried again with the next change: the network was gone.
      () => (this.#controls = undefined),
    );
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && this.#place.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    if (typeof this.#controls === 'object') this.#controls.close();
    this.#parts.views.delete(this);
  }

  #atHand(): PictureAtHand {
    const { editor, getPos } = this.#parts;
    return {
      alt: () => {
        const alt: unknown = this.#node.attrs['alt'];
        return typeof alt === 'string' ? alt : undefined;
      },
      setAlt: (alt) => {
        const position = getPos();
        if (position === undefined || !editor.isEditable || this.#node.attrs['alt'] === alt) return;
        editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'alt', alt));
      },
      select: () => this.#select(),
      remove: () => {
        const position = getPos();
        if (position !== undefined) editor.chain().setNodeSelection(position).deleteSelection().focus().run();
      },
    };
  }

  #select(): void {
    const { editor, getPos } = this.#parts;
    const position = getPos();
    if (position === undefined) return;
    const { state, view } = editor;
    view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
    view.focus();
  }

  #isThere(isThere: boolean): void {
    this.#frame.dataset['missing'] = isThere ? '' : this.#parts.words.missing();
  }
}

/** Sets attributes to what they say, and takes away those that say nothing. */
function show(element: HTMLElement, attributes: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, String(value));
    else element.removeAttribute(name);
  }
}

/** What is no part of the text. */
function apart(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.contentEditable = 'false';
  return element;
}
