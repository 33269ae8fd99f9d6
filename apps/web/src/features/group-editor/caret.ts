import type { DecorationAttrs } from '@tiptap/pm/view';
import { initialsOf, presenceColour } from '../../ui/presence-colours.ts';

/** Who somebody is in presence; the server sets it from the session, whatever a client claims. */
export interface PresentUser {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
}

/**
 * Another person's caret: a thin line in the text, and a name beside the text on the same line. The name is placed by
 * carets.css in the margin, where it covers no word.
 */
export function caretOf(user: Readonly<Record<string, unknown>>): HTMLElement {
  const { colour, id, name } = readUser(user);
  const caret = document.createElement('span');
  caret.className = 'plenary-caret';
  caret.dataset['person'] = id;
  caret.style.setProperty('--person', colour);
  // Read aloud in the middle of a sentence a name is noise; the list of people present says who is here.
  caret.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'plenary-caret-label';
  label.append(part('plenary-caret-initials', initialsOf(name)), part('plenary-caret-name', name));
  // The joiner gives the line its height and breaks no word.
  caret.append('\u2060', label);
  return caret;
}

/** How another person's selection is marked. */
export function selectionOf(user: Readonly<Record<string, unknown>>): DecorationAttrs {
  return { class: 'plenary-selection', style: `--person: ${readUser(user).colour}` };
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function readUser({ colour, id, name }: Readonly<Record<string, unknown>>) {
  return {
    colour: presenceColour(typeof colour === 'number' ? colour : 0),
    id: typeof id === 'string' ? id : '',
    name: typeof name === 'string' ? name : '',
  };
}
