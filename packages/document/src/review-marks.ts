import { Mark } from '@tiptap/core';
import { type HtmlElement, refuse } from './html-element.ts';

/**
 * Words somebody proposes to add: `id` of the suggestion, `by` whom, `at` milliseconds since the epoch or null. Not
 * accepted, so not part of the text yet: a report leaves them out. Only text and no node can be suggested, because Yjs
 * keeps marks on text alone.
 */
export const insertion = Mark.create({
  name: 'insertion',
  addAttributes: () => suggestion,
  parseHTML: () => [{ tag: 'ins[data-suggestion]', priority: RULE_PRIORITY }],
  renderHTML: ({ HTMLAttributes }) => ['ins', HTMLAttributes, 0],
});

/**
 * Words somebody proposes to take out; attributes as for `insertion`. Not accepted, so still part of the text: a report
 * keeps them. Several people may propose it for the same words, and one of them take it back.
 */
export const deletion = Mark.create({
  name: 'deletion',
  excludes: '',
  inclusive: false,
  addAttributes: () => suggestion,
  parseHTML: () => [{ tag: 'del[data-suggestion]', priority: RULE_PRIORITY }],
  renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0],
});

/** The words a discussion is about, by the id of its `thread`; the discussion itself is kept elsewhere. Threads overlap. */
export const comment = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ thread: name('thread', 'data-thread', 'A thread') }),
  parseHTML: () => [{ tag: 'span[data-thread]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** Before the rules of struck-through text, which claim every `del`. */
const RULE_PRIORITY = 60;

/** Ids of suggestions, threads and writers are made by programs: the longest, a UUID, has 36 characters. */
const NAME = /^[\w-]{1,64}$/;

/** The last millisecond a date of the language can say. */
const LAST_MOMENT = 8.64e15;

const suggestion = {
  id: name('id', 'data-suggestion', 'A suggestion'),
  by: name('by', 'data-by', 'Who suggests something'),
  at: {
    default: null,
    validate: (value: unknown) =>
      refuse(
        value !== null && !isMoment(value),
        'The moment of a suggestion is a whole number of milliseconds since the epoch',
      ),
    parseHTML: (element: HtmlElement) => {
      const at = Number(element.getAttribute('data-at') ?? Number.NaN);
      return isMoment(at) ? at : null;
    },
    renderHTML: ({ at }: Attributes) => (isMoment(at) ? { 'data-at': at } : {}),
  },
};

type Attributes = Readonly<Record<string, unknown>>;

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_MOMENT;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

/** Null by default although a name is needed: a mark without a required attribute would make editors delete its text. */
function name(attribute: string, html: string, subject: string) {
  return {
    default: null,
    validate: (value: unknown) =>
      refuse(!isName(value), `${subject} is named by 1 to 64 letters, digits, hyphens or underscores`),
    parseHTML: (element: HtmlElement) => {
      const value = element.getAttribute(html);
      return isName(value) ? value : null;
    },
    renderHTML: (attributes: Attributes) => {
      const value = attributes[attribute];
      return { [html]: isName(value) ? value : '' };
    },
  };
}
