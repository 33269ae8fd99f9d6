import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { MAX_LIST_NUMBER } from '@plenary/report-ast';
import { type HtmlElement, refuse, wholeNumber } from './html-element.ts';

/** A numbered list: its first number, and letters or Roman numerals where it has them. */
export const orderedList = OrderedList.extend({
  addAttributes() {
    const attributes: { type?: object } = this.parent?.() ?? {};
    return {
      start: {
        default: 1,
        validate: (value: unknown) =>
          refuse(
            typeof value !== 'number' || wholeNumber(String(value), 0, MAX_LIST_NUMBER) === null,
            `A list begins with a whole number from 0 to ${MAX_LIST_NUMBER}`,
          ),
        parseHTML: (element: HtmlElement) =>
          wholeNumber(element.getAttribute('start'), 0, MAX_LIST_NUMBER) ?? 1,
      },
      type: {
        ...attributes.type,
        default: null,
        validate: (value: unknown) => refuse(!NUMBERINGS.has(value), 'A list is numbered by 1, a, A, i or I'),
      },
    };
  },
});

const NUMBERINGS: ReadonlySet<unknown> = new Set([null, '1', 'a', 'A', 'i', 'I']);

/** A list of things to do: `taskItem`s, each with `checked`. */
export const taskList = TaskList;

/**
 * A thing to do, with whatever an item of a list may hold. It has no view of its own and is not made by typing: an
 * editor that shows a box to tick brings both, in its reader's language.
 */
export const taskItem = TaskItem.extend({
  addNodeView: () => null,
  addInputRules: () => [],
  addAttributes() {
    const attributes: { checked?: object } = this.parent?.() ?? {};
    return {
      checked: {
        ...attributes.checked,
        default: false,
        validate: (value: unknown) =>
          refuse(typeof value !== 'boolean', 'A task is checked or not: true or false'),
      },
    };
  },
}).configure({ nested: true });
