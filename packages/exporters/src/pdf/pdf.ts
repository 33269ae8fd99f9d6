import { type AssetId, type Diagnostic, normalise, type Report } from '@plenary/report-ast';
import { type Assets, assetPath } from '../assets.ts';
import type { Exporter, Written } from '../exporter.ts';
import { fileBytes } from '../file-text.ts';
import type { Shape } from '../shape.ts';
import {
  type Cancellation,
  type PdfStandard,
  type Reduction,
  type Typesetter,
  TypesettingError,
} from '../typesetter.ts';
import { type Attachment, bundleOf, jsonBytes, MAIN_FILE, picturesOf } from '../typst/bundle.ts';
import { printable } from './printable.ts';
import { readPdf } from './read-back.ts';
import { remarksIn } from './remarks.ts';

/** What the two PDF formats are called. */
interface PdfFormat {
  readonly id: string;
  readonly extension: string;
  readonly standard: PdfStandard;
}

/** To read, print and have read aloud: PDF/UA-1. */
export function pdf(typesetter: Typesetter | undefined): Exporter {
  return pdfExporter({ id: 'pdf', extension: 'pdf', standard: 'ua-1' }, typesetter);
}

/** To keep: PDF/A-3a, with the report and its outcomes inside as data. */
export function pdfArchive(typesetter: Typesetter | undefined): Exporter {
  return pdfExporter({ id: 'pdf-a', extension: 'archive.pdf', standard: 'a-3a' }, typesetter);
}

function pdfExporter({ id, extension, standard }: PdfFormat, typesetter: Typesetter | undefined): Exporter {
  return {
    id,
    mediaType: 'application/pdf',
    extension,
    write: (report, assets = new Map(), cancellation) =>
      typesetter === undefined
        ? Promise.reject(new TypesettingError('unavailable', 'No engine for PDF files was given.'))
        : write(report, assets, standard, typesetter, cancellation),
    readBack: (file) => readPdf(fileBytes(file), typesetter?.glyphs),
  };
}

/**
 * What the fonts cannot show is replaced, because a file for archives or to be read aloud may hold none of it; what is
 * attached keeps it. A picture that the engine cannot read is left to its words, and everything else set again.
 */
async function write(
  original: Report,
  assets: Assets,
  standard: PdfStandard,
  typesetter: Typesetter,
  cancellation: Cancellation | undefined,
): Promise<Written> {
  const shown = normalise(original, { glyphs: typesetter.glyphs });
  const report = printable(shown.report);
  const remarks = remarksIn(original);
  const attachments = standard === 'a-3a' ? attachmentsOf(original) : [];
  const typeset = async (pictures: Assets, omitted: readonly AssetId[]): Promise<Written> => {
    const paths = new Map(picturesOf(report, pictures).map(([id, asset]) => [assetPath(id, asset), id]));
    const made = await typesetter.typeset(
      {
        files: bundleOf(report, pictures, attachments),
        main: MAIN_FILE,
        pictures: [...paths.keys()],
        standard,
      },
      cancellation,
    );
    if ('unreadable' in made) {
      const unreadable = made.unreadable.flatMap((path) => paths.get(path) ?? []);
      return typeset(new Map([...pictures].filter(([id]) => !unreadable.includes(id))), unreadable);
    }
    const diagnostics: Diagnostic[] = [...shown.diagnostics, ...remarks.unreadable(omitted)];
    if (made.complaint !== undefined)
      diagnostics.push(remarks.belowStandard(standard === 'ua-1' ? 'accessible' : 'archive', made.complaint));
    if (made.reduction === undefined) return { file: made.pdf, diagnostics, omitted };
    return {
      file: made.pdf,
      diagnostics: [...diagnostics, remarks.reduced[made.reduction]],
      omitted,
      without: WITHOUT[made.reduction],
    };
  };
  const known = new Map(picturesOf(report, assets));
  return typeset(known, picturesNotKnown(report, assets, known));
}

/** What is not counted in a file that is reduced: of a flat one, whatever a note or a table may hold. */
const WITHOUT: Readonly<Record<Reduction, readonly (keyof Shape)[]>> = {
  plain: ['links'],
  flat: ['links', 'notes', 'cells', 'headings', 'items', 'pictures', 'quotations', 'codes'],
};

/** Pictures that were delivered in a form that the engine does not know. */
function picturesNotKnown(report: Report, assets: Assets, shown: Assets): readonly AssetId[] {
  const named = JSON.stringify([report.look, report.parts]);
  return [...assets.keys()].filter((id) => !shown.has(id) && named.includes(id));
}

function attachmentsOf(report: Report): readonly Attachment[] {
  const type = 'application/json';
  return [
    {
      path: 'attached/report.json',
      type,
      relationship: 'source',
      description: 'The whole report as data',
      bytes: jsonBytes(report),
    },
    {
      path: 'attached/outcomes.json',
      type,
      relationship: 'data',
      description: 'The outcomes of the report as data',
      bytes: jsonBytes(report.outcomes),
    },
  ];
}
