import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryReport } from './arbitrary.ts';
import {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  figure,
  footnote,
  inlineCode,
  lineBreak,
  link,
  listItem,
  paragraph,
  section,
  struck,
  table,
  tableCell,
  tableRow,
  taskItem,
  thematicBreak,
} from './builders.ts';
import { leavesOf, reportLeaves } from './leaves.ts';
import { nodesOf } from './visit.ts';
import { toText } from './to-text.ts';

const tree = [
  section({ anchor: 'a', title: ['Titre ', inlineCode('x')] }, [
    paragraph(['un', lineBreak, struck('deux')]),
    callout(
      { tone: 'blue', label: 'Avis', details: [detail('À', link('tel:1', 'tous')), detail('Pour', '')] },
      [paragraph('texte')],
    ),
    thematicBreak,
    bulletList([listItem(paragraph('item')), listItem()]),
    table([tableRow([tableCell([paragraph(emphasis('a'))]), tableCell([code('b\nc')])])]),
    blockquote([paragraph('fin')]),
  ]),
];

it('[RA14] leavesOf lists what is read, in order', () => {
  expect(leavesOf(tree)).toEqual([
    'Titre ',
    'x',
    'un',
    'deux',
    'Avis',
    'texte',
    'À',
    'tous',
    'Pour',
    'item',
    'a',
    'b\nc',
    'fin',
  ]);
});

it('[RA14] toText gives every block its line, and parts cells by tabs', () => {
  expect(toText(tree)).toBe('Titre x\nun\ndeux\nAvis\ntexte\nÀ\ttous\nPour\t\nitem\na\tb\nc\nfin');
  expect(toText(paragraph(['a', emphasis('b'), 'c']).children)).toBe('abc');
  expect(toText([])).toBe('');
});

it('[RA14] says what pictures show, whether tasks are done, and notes where their numbers stand', () => {
  const note = footnote(paragraph('note'), paragraph('encore'));
  const nodes = [
    figure({ alt: 'Une salle', asset: 'a'.repeat(64) }, ['légende', note]),
    figure({ alt: '' }, 'sans image'),
    bulletList([taskItem(true, paragraph('fait')), taskItem(false, paragraph('à faire'))]),
    paragraph(['mot', note, '.']),
  ];
  expect(leavesOf(nodes)).toEqual(
    'Une salle|légende|note|encore|sans image|☑|fait|☐|à faire|mot|note|encore|.'.split('|'),
  );
  expect(toText(nodes)).toBe(
    'Une salle\nlégende [note encore]\nsans image\n☑ fait\n☐ à faire\nmot [note encore].',
  );
});

it('[RA14] reportLeaves begins with the title page', () => {
  const summit = { id: 's', title: 'Titre', theme: 'Thème', whenAndWhere: 'Paris, 2016', hosts: ['A', 'B'] };
  const parts = [{ anchor: 'p', title: paragraph('Partie').children, children: [paragraph('x')] }];
  const report = {
    plenary: 1,
    lang: 'fr',
    summit,
    generatedFrom: {},
    parts,
    outcomes: [],
    diagnostics: [],
  } as const;
  expect(reportLeaves(report)).toEqual(['Titre', 'Thème', 'Paris, 2016', 'A', 'B', 'Partie', 'x']);
  const { theme: _, ...withoutTheme } = summit;
  expect(reportLeaves({ ...report, summit: withoutTheme })).toHaveLength(6);
});

it('[RA14] toText and leavesOf say the same words', () => {
  fc.assert(
    fc.property(arbitraryReport(), (report) => {
      const nodes = nodesOf(report);
      // A footnote's brackets and the blank after a task's sign are the text form's own.
      const squeezed = (value: string): string => value.replaceAll(/[\n\t [\]]/g, '');
      expect(squeezed(toText(nodes))).toBe(squeezed(leavesOf(nodes).join('')));
    }),
  );
}, 60_000);
