import type { WritingMessages } from '../messages.ts';

/** What one opens while writing, in English. */
export const en: WritingMessages = {
  table: {
    title: 'Table',
    rowBefore: 'Row above',
    rowAfter: 'Row below',
    columnBefore: 'Column before',
    columnAfter: 'Column after',
    headerRow: 'First row is a header',
    headerColumn: 'First column is a header',
    merge: 'Merge the cells',
    mergeNext: 'Merge with the next cell',
    split: 'Split the cells',
    narrower: 'Narrower column',
    wider: 'Wider column',
    deleteRow: 'Delete the row',
    deleteColumn: 'Delete the column',
    deleteTable: 'Delete the table',
    size: 'Table: {{rows}} rows, {{columns}} columns.',
    gone: 'Table deleted.',
    header: 'Headers changed.',
    merged: 'Cells merged.',
    divided: 'Cells split.',
  },
  help: {
    outcomes: 'What the group produces is added at the caret, or made from the selected text.',
    prefixes:
      'A slash opens the list. The signs above and a space, at the start of a line, do the same; Backspace right after gives the sign back.',
    forms: 'Text takes its form by a key, or by a sign typed into the line:',
    places: 'In a task, and in a table, where Tab goes from cell to cell:',
    tick: 'Tick the task',
    leaveTable: 'Leave the table',
    toTools: 'Go to the tools',
    leave: 'Shift + Tab leads back to the toolbar, where the arrows go from one button to the next.',
  },
};
