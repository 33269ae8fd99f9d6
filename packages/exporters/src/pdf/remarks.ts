import type { Diagnostic, Report } from '@plenary/report-ast';
import type { Reduction } from '../typesetter.ts';

/** What a PDF cannot keep of a report, in the report's language. */
export interface Remarks {
  unreadable(pictures: readonly string[]): readonly Diagnostic[];
  /** `accessible` or `archive`: the standard that is not kept, and what the engine says about it. */
  belowStandard(standard: 'accessible' | 'archive', complaint: string): Diagnostic;
  /** What had to be left out of the file, because with it none was made, or none that was read back whole. */
  reduced(reduction: Reduction, because: 'not made' | 'not whole'): Diagnostic;
}

/** The remarks in the language of a report. */
export function remarksIn({ lang }: Report): Remarks {
  const say = lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
  return {
    unreadable: (pictures) =>
      pictures.map((picture) => ({
        rule: 'picture-unreadable',
        severity: 'warning',
        message: say.unreadable(picture.slice(0, 12)),
      })),
    belowStandard: (standard, complaint) => ({
      rule: 'pdf-below-standard',
      severity: 'warning',
      message: say.belowStandard[standard](complaint),
    }),
    reduced: (reduction, because) => ({
      rule: `pdf-${reduction}`,
      severity: 'warning',
      message: say[reduction](because),
    }),
  };
}

const fr = {
  plain: (because: 'not made' | 'not whole'): string =>
    `${
      because === 'not made'
        ? 'Le moteur n’a pas pu composer ce rapport avec ses liens et ses en-têtes de tableau'
        : 'Composé avec ses liens et ses en-têtes de tableau, ce rapport n’a pas pu être relu en entier'
    }\u00A0: le PDF n’en a que les mots. Les autres formats ont tout.`,
  flat: (because: 'not made' | 'not whole'): string =>
    `${
      because === 'not made'
        ? 'Le moteur n’a pas pu composer ce rapport avec ses tableaux, ses notes et ses liens'
        : 'Composé avec ses tableaux, ses notes et ses liens, ce rapport n’a pas pu être relu en entier'
    }\u00A0: le PDF en a tous les mots, ceux des cellules les uns sous les autres, ceux d’une note entre crochets dans sa ligne. Les autres formats ont tout.`,
  unreadable: (picture: string): string =>
    `L’image (${picture}) ne peut pas être lue\u00A0: le PDF donne ses mots à sa place. Il faut la joindre de nouveau, en PNG ou en JPEG.`,
  belowStandard: {
    accessible: (complaint: string): string =>
      `Le PDF est balisé mais ne peut pas être déclaré accessible (PDF/UA-1). Le moteur dit\u00A0: «\u00A0${complaint}\u00A0»`,
    archive: (complaint: string): string =>
      `Le PDF ne peut pas être déclaré bon pour l’archivage (PDF/A-3a). Le moteur dit\u00A0: «\u00A0${complaint}\u00A0»`,
  },
};

const en: typeof fr = {
  plain: (because) =>
    `${
      because === 'not made'
        ? 'The engine could not set this report with its links and heads of tables'
        : 'Set with its links and heads of tables, this report could not be read back whole'
    }: the PDF has their words alone. The other formats have all of it.`,
  flat: (because) =>
    `${
      because === 'not made'
        ? 'The engine could not set this report with its tables, notes and links'
        : 'Set with its tables, notes and links, this report could not be read back whole'
    }: the PDF has all their words, those of cells one below the other, those of a note in brackets in its line. The other formats have all of it.`,
  unreadable: (picture) =>
    `The picture (${picture}) cannot be read: the PDF has its words in its place. Deliver it again, as PNG or JPEG.`,
  belowStandard: {
    accessible: (complaint) =>
      `The PDF is tagged but cannot be declared accessible (PDF/UA-1). The engine says: “${complaint}”`,
    archive: (complaint) =>
      `The PDF cannot be declared fit for archives (PDF/A-3a). The engine says: “${complaint}”`,
  },
};
