import { TaskItem, TaskList } from '@tiptap/extension-list';
import { refuse } from './html-element.ts';

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
