import { words } from '../compile/made-words.ts';
import { createDice } from '../load/random.ts';

/** What a group brings along, as Markdown: headings, paragraphs, lists, quotations and tables, some six pages. The same each time. */
export function madeNotes(group: number): string {
  const dice = createDice(2016 + group);
  const parts = Array.from({ length: PARTS }, () => [
    `## ${words(4, dice)}`,
    ...several(4, () => `${words(34, dice)} **${words(3, dice)}** ${words(33, dice)}.`),
    several(5, () => `- ${words(14, dice)}`).join('\n'),
    `> ${words(20, dice)}`,
    tableOf(dice),
  ]);
  return `${parts.flat().join('\n\n')}\n`;
}

const PARTS = 5;

function tableOf(dice: () => number): string {
  return [
    row(several(4, () => words(2, dice))),
    row(several(4, () => '---')),
    ...several(5, () => row(several(4, () => words(4, dice)))),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function several<Made>(count: number, make: () => Made): Made[] {
  return Array.from({ length: count }, make);
}
