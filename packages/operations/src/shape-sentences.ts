import type { Shape, ShapeFinding } from '@plenary/exporters';
import type { Lang } from '@plenary/programme';

/** What a file holds too little or too much of, in words: “cells of tables: 3 instead of 4”. */
export function shapeSentences(findings: readonly ShapeFinding[], lang: Lang): string[] {
  const { things, colon, insteadOf } = words[lang];
  return findings.map(({ of, expected, found }) => `${things[of]}${colon}${found} ${insteadOf} ${expected}`);
}

interface Words {
  readonly things: Readonly<Record<keyof Shape, string>>;
  readonly colon: string;
  readonly insteadOf: string;
}

const words: Readonly<Record<Lang, Words>> = {
  fr: {
    things: {
      headings: 'titres',
      items: 'éléments de listes',
      cells: 'cellules de tableaux',
      pictures: 'images',
      notes: 'notes',
      links: 'liens',
      quotations: 'citations',
      callouts: 'encadrés',
      codes: 'blocs de code',
      rules: 'filets',
    },
    colon: '\u00A0: ',
    insteadOf: 'au lieu de',
  },
  en: {
    things: {
      headings: 'headings',
      items: 'items of lists',
      cells: 'cells of tables',
      pictures: 'pictures',
      notes: 'notes',
      links: 'links',
      quotations: 'quotations',
      callouts: 'boxes',
      codes: 'blocks of code',
      rules: 'rules between passages',
    },
    colon: ': ',
    insteadOf: 'instead of',
  },
};
