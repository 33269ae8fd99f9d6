import { Extension } from '@tiptap/core';

/** Leads from the text to its tools: those of the table the caret is in, or all others. */
export const TO_TOOLS = 'Alt-F10';

/** Keys that no node or mark brings along: letters set high and low, and the way to the tools. */
export const writingKeys = Extension.create({
  name: 'writingKeys',
  addKeyboardShortcuts() {
    return {
      'Mod-.': () => this.editor.commands.toggleMark('superscript'),
      'Mod-,': () => this.editor.commands.toggleMark('subscript'),
      [TO_TOOLS]: () => {
        const bars = [...document.querySelectorAll('[data-table-tools], [data-toolbar]')];
        const bar = bars.find((one) => one.hasAttribute('data-table-tools')) ?? bars[0];
        const stop = bar?.querySelector<HTMLElement>('button[tabindex="0"]');
        stop?.focus();
        return stop !== undefined && stop !== null;
      },
    };
  },
});
