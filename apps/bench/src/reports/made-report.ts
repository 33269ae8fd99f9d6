import { createHash } from 'node:crypto';
import type { Assets } from '@plenary/exporters';
import {
  type Block,
  blockquote,
  bulletList,
  callout,
  detail,
  emphasis,
  figure,
  footnote,
  headerCell,
  link,
  listItem,
  paragraph,
  reference,
  type Report,
  REPORT_VERSION,
  section,
  span,
  strong,
  table,
  tableCell,
  tableRow,
} from '@plenary/report-ast';
import { words } from '../compile/made-words.ts';
import { createDice } from '../load/random.ts';
import { HEIGHT, madePicture, WIDTH } from './made-picture.ts';

/** A report, and the pictures in it. */
export interface MadeReport {
  readonly report: Report;
  readonly assets: Assets;
}

/**
 * The report of so many groups, in three languages with quotations in six more: questions, insights, quotes, pictures, nested
 * lists, tables with merged cells, recommendations, notes, links and references, a plan of actions and a list of people. Here
 * and there stands text that looks like markup. The same each time. Fifty groups are 10,000 leaves and 300 pages.
 */
export function madeReport(groups: number): MadeReport {
  const dice = createDice(2016);
  const sections = Array.from({ length: groups }, (_, index) => groupSection(index, dice));
  const report: Report = {
    plenary: REPORT_VERSION,
    lang: 'fr',
    summit: {
      id: 'made',
      title: 'Sommet inventé',
      theme: words(8, dice),
      whenAndWhere: 'Paris, 12–14 octobre 2016',
      hosts: ['Ville de Paris'],
    },
    generatedFrom: {},
    parts: [
      { anchor: 'summary', kind: 'front', title: text('Synthèse'), children: paragraphs(6, dice) },
      { anchor: 'groups', title: text('Groupes de travail'), children: sections },
      {
        anchor: 'plan',
        kind: 'synthesis',
        title: text('Plan d’action'),
        children: [tableOf(4, groups * 6, dice)],
      },
      {
        anchor: 'people',
        kind: 'annex',
        title: text('Participants'),
        children: [tableOf(3, groups * 12, dice)],
      },
    ],
    outcomes: [],
    diagnostics: [],
  };
  return { report, assets: PICTURES };
}

const PICTURES: Assets = new Map(
  Array.from({ length: 6 }, (_, number) => {
    const bytes = madePicture(number);
    return [createHash('sha256').update(bytes).digest('hex'), { type: 'image/png', bytes }];
  }),
);

const LANGUAGES = ['fr', 'en', 'de'] as const;
/** The first article of the Universal Declaration of Human Rights. */
const QUOTES = [
  ['el', 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.'],
  ['pl', 'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.'],
  ['bg', 'Всички хора се раждат свободни и равни по достойнство и права.'],
  ['hu', 'Minden emberi lény szabadon születik és egyenlő méltósága és joga van.'],
  ['lt', 'Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis.'],
  ['ro', 'Toate ființele umane se nasc libere și egale în demnitate și în drepturi.'],
] as const;
/** What breaks a writer that puts words together with markup. */
const HOSTILE = [
  '#strong[x] $x^2$',
  '<script>alert(1)</script>',
  ']]>',
  '{{m}}',
  '=SUM(A1)',
  '\\textbf{x} & _y_',
];

function groupSection(index: number, dice: () => number): Block {
  const [language, quote] = QUOTES[index % QUOTES.length] ?? QUOTES[0];
  const asset = [...PICTURES.keys()][index % PICTURES.size];
  return section(
    { anchor: `g${index}`, title: words(4, dice), lang: LANGUAGES[index % LANGUAGES.length] ?? 'fr' },
    [
      callout({ tone: 'accent', label: 'Question', anchor: `g${index}-question` }, [
        paragraph(words(16, dice)),
      ]),
      ...paragraphs(2, dice),
      ...Array.from({ length: 4 }, (_, count) =>
        section({ anchor: `g${index}-insight-${count}`, title: words(5, dice) }, [
          ...paragraphs(1, dice),
          blockquote([paragraph([span({ lang: language }, quote), ` ${words(3, dice)}`])]),
        ]),
      ),
      figure(
        { ...(asset !== undefined && { asset, width: WIDTH, height: HEIGHT }), alt: words(10, dice) },
        words(8, dice),
      ),
      nestedList(dice),
      mergedTable(dice),
      ...Array.from({ length: 4 }, (_, count) => recommendation(`g${index}-rec-${count}`, dice)),
      callout({ tone: 'sand', label: 'À retenir' }, [
        paragraph([words(12, dice), ' ', reference(`g${index}-rec-0`, words(2, dice))]),
      ]),
      tableOf(4, 5, dice),
    ],
  );
}

function recommendation(anchor: string, dice: () => number): Block {
  const details = [detail('À', words(3, dice)), detail('Échéance', '31 janvier 2017')];
  return callout({ tone: 'green', label: 'Recommandation', anchor, details }, [
    paragraph([strong(words(6, dice)), ` ${words(30, dice)}`]),
    paragraph(words(40, dice)),
  ]);
}

function nestedList(dice: () => number): Block {
  return bulletList(
    Array.from({ length: 3 }, () =>
      listItem(
        paragraph(words(12, dice)),
        bulletList(Array.from({ length: 3 }, () => listItem(paragraph(words(8, dice))))),
      ),
    ),
  );
}

function mergedTable(dice: () => number): Block {
  const cell = () => tableCell([paragraph(words(4, dice))]);
  const wide = tableCell([paragraph(words(3, dice))], { header: true, colspan: 2 });
  return table([
    tableRow([headerCell(words(2, dice)), wide, headerCell(words(2, dice))]),
    ...Array.from({ length: 3 }, () => tableRow([cell(), cell(), cell(), cell()])),
  ]);
}

function tableOf(columns: number, rows: number, dice: () => number): Block {
  const cells = <Cell>(make: () => Cell): Cell[] => Array.from({ length: columns }, make);
  return table([
    tableRow(cells(() => headerCell(words(2, dice)))),
    ...Array.from({ length: rows }, () => tableRow(cells(() => tableCell([paragraph(words(4, dice))])))),
  ]);
}

/** Some seventy words each, with emphasis, a link, a note, and now and then what is no markup but looks like it. */
function paragraphs(count: number, dice: () => number): readonly Block[] {
  return Array.from({ length: count }, () =>
    paragraph([
      `${words(24, dice)} `,
      emphasis(words(3, dice)),
      ` ${dice() < 0.2 ? HOSTILE[Math.floor(dice() * HOSTILE.length)] : words(2, dice)} ${words(20, dice)} `,
      link('https://example.org/a?b=1&c=2', words(3, dice)),
      ` ${words(12, dice)}`,
      ...(dice() < 0.6 ? [footnote(paragraph(words(14, dice)))] : []),
      '.',
    ]),
  );
}

function text(value: string) {
  return [{ type: 'text', value } as const];
}
