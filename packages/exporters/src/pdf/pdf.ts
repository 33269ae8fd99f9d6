import { type AssetId, type Coverage, type Diagnostic, normalise, type Report } from '@plenary/report-ast';
import { type Assets, assetPath } from '../assets.ts';
import type { Exporter, ReadBack, Written } from '../exporter.ts';
import { fileBytes } from '../file-text.ts';
import { lostIn } from '../first-lost.ts';
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
    readBack: (file) => readOnce(fileBytes(file), typesetter?.glyphs),
  };
}

/** What was read of files that somebody still holds: each is read when it is written, and again by whoever audits it. */
const read = new WeakMap<Uint8Array, Promise<ReadBack>>();

function readOnce(file: Uint8Array, glyphs: Coverage | undefined): Promise<ReadBack> {
  const known = read.get(file) ?? readPdf(file, glyphs);
  read.set(file, known);
  return known;
}

/**
 * What the fonts cannot show is replaced, because a file for archives or to be read aloud may hold none of it; what is
 * attached keeps it. A picture that the engine cannot read is left to its words, and everything else set again. So is
 * everything where the engine erred without a word, and a passage stands twice or is gone, until a file is whole.
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
  const typeset = async (pictures: Assets, omitted: readonly AssetId[], from = 0): Promise<Written> => {
    const paths = new Map(picturesOf(report, pictures).map(([id, asset]) => [assetPath(id, asset), id]));
    const made = await typesetter.typeset(
      {
        files: bundleOf(report, pictures, attachments),
        main: MAIN_FILE,
        pictures: [...paths.keys()],
        standard,
        from,
      },
      cancellation,
    );
    if ('unreadable' in made) {
      const unreadable = made.unreadable.flatMap((path) => paths.get(path) ?? []);
      return typeset(new Map([...pictures].filter(([id]) => !unreadable.includes(id))), unreadable, from);
    }
    const diagnostics: Diagnostic[] = [...shown.diagnostics, ...remarks.unreadable(omitted)];
    if (made.complaint !== undefined)
      diagnostics.push(remarks.belowStandard(standard === 'ua-1' ? 'accessible' : 'archive', made.complaint));
    const written: Written =
      made.reduction === undefined
        ? { file: made.pdf, diagnostics, omitted }
        : {
            file: made.pdf,
            diagnostics: [
              ...diagnostics,
              remarks.reduced(made.reduction, from === 0 ? 'not made' : 'not whole'),
            ],
            omitted,
            without: WITHOUT[made.reduction],
          };
    if (made.next === undefined) return written;
    const lost = lostIn(written, await readOnce(made.pdf, typesetter.glyphs), shown.report, assets);
    if (lost === undefined) return written;
    const other = await typeset(pictures, omitted, made.next).catch((error: unknown) => {
      if (error instanceof TypesettingError && error.problem !== 'cancelled') return written;
      throw error;
    });
    const isWhole =
      other !== written &&
      lostIn(other, await readOnce(fileBytes(other.file), typesetter.glyphs), shown.report, assets) ===
        undefined;
    return isWhole ? other : written;
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
