import { MAX_ALT_LENGTH } from '@plenary/document';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { writingText } from '../../../i18n/writing-messages.ts';

/** A picture that somebody may change. */
export interface PictureAtHand {
  /** What it shows; undefined where nobody said so yet, empty where it only decorates. */
  readonly alt: () => string | undefined;
  readonly setAlt: (alt: string | null) => void;
  /** Goes back into the text, to the picture. */
  readonly select: () => void;
  readonly remove: () => void;
}

/** The controls of one picture. */
export interface PictureControls {
  /** Shows what the picture says now. */
  readonly show: () => void;
  /** Keeps what is half typed. */
  readonly close: () => void;
}

/** Asks below a picture what it shows, and lets one take it away. */
export function makeControls(place: HTMLElement, picture: PictureAtHand): PictureControls {
  const t = writingText(currentLanguage());
  const alt = document.createElement('input');
  alt.type = 'text';
  alt.maxLength = MAX_ALT_LENGTH;
  alt.placeholder = t('picture.describe');
  const decorative = document.createElement('input');
  decorative.type = 'checkbox';
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = t('picture.remove');
  place.append(
    labelled('plenary-picture-alt', words(t('picture.description')), alt),
    labelled('plenary-picture-decorative', decorative, words(t('picture.decorative'))),
    remove,
  );

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const typed = alt.value.trim();
    // An empty field is one that was not filled in; that it only decorates is said by the box.
    if (!decorative.checked) picture.setAlt(typed === '' ? null : typed);
  };
  alt.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE_MS);
  });
  alt.addEventListener('change', keep);
  alt.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    keep();
    picture.select();
  });
  decorative.addEventListener('change', () => picture.setAlt(decorative.checked ? '' : null));
  remove.addEventListener('click', () => {
    clearTimeout(waiting);
    waiting = undefined;
    picture.remove();
  });

  return {
    show() {
      const said = picture.alt();
      decorative.checked = said === '';
      alt.disabled = said === '';
      // Others describe it, too, but nothing is written over what somebody is just typing here.
      if (waiting === undefined && alt.value !== (said ?? '')) alt.value = said ?? '';
    },
    close() {
      if (waiting !== undefined) keep();
    },
  };
}

function labelled(className: string, ...content: readonly HTMLElement[]): HTMLElement {
  const label = document.createElement('label');
  label.className = className;
  label.append(...content);
  return label;
}

function words(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** Others see a description when it pauses, not letter by letter. */
const PAUSE_MS = 600;
