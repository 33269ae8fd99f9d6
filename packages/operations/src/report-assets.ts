import { assetIds, missingAssets, type Asset, type Assets } from '@plenary/exporters';
import type { PictureStore, Summit } from '@plenary/programme';
import { picturePath } from '@plenary/protocol';
import type { Diagnostic, Report } from '@plenary/report-ast';

/** Where the pictures of a report are fetched from. */
export interface PictureSource {
  readonly pictures: Pick<PictureStore, 'picture' | 'pictureTypes'>;
}

/** Where the pictures of a file are: in it or beside it, or where members see them, for a page inside the application. */
export type PicturesIn = 'file' | 'application';

/** The pictures of a report, and what an organiser has to know about them. */
export interface ReportAssets {
  readonly assets: Assets;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bytes of pictures in one file: five hundred photographs. A web page holds them as text, of which there cannot be more
 * than half a gigabyte, and a mail or a phone gives up long before.
 */
export const MOST_REPORT_PICTURE_BYTES = 200 * 1024 * 1024;

/** Fetches the pictures that a report shows. Those that are not there, or are too much, leave their words and a remark. */
export async function assetsFor(
  context: PictureSource,
  summit: Summit,
  report: Report,
  where: PicturesIn,
  most = MOST_REPORT_PICTURE_BYTES,
): Promise<ReportAssets> {
  const ids = assetIds(report);
  if (ids.length === 0) return { assets: new Map(), diagnostics: [] };
  const linked = await linkedAssets(context, summit, ids);
  const missing = missingAssets(report, linked);
  if (where === 'application') return { assets: linked, diagnostics: missing };
  const assets = new Map<string, Asset>();
  let [bytes, left] = [0, 0];
  for (const id of linked.keys()) {
    const picture = await context.pictures.picture(summit.id, id);
    if (picture === undefined || bytes + picture.bytes.length > most) {
      left += 1;
      continue;
    }
    bytes += picture.bytes.length;
    assets.set(id, { type: picture.type, bytes: picture.bytes });
  }
  return { assets, diagnostics: left === 0 ? missing : [...missing, tooMany(report, left)] };
}

async function linkedAssets(context: PictureSource, summit: Summit, ids: readonly string[]): Promise<Assets> {
  const types = await context.pictures.pictureTypes(summit.id);
  return new Map(
    ids.flatMap((id): readonly [string, Asset][] => {
      const type = types.get(id);
      return type === undefined ? [] : [[id, { type, bytes: NOTHING, address: picturePath(summit.id, id) }]];
    }),
  );
}

const NOTHING = new Uint8Array();

function tooMany({ lang }: Report, left: number): Diagnostic {
  const message =
    lang.toLowerCase().split('-')[0] === 'fr'
      ? `Les images sont trop lourdes pour un seul fichier\u00A0: pour ${left} d’entre elles, le fichier donne leurs mots. Retirez-en dans les sections.`
      : `The pictures are too much for one file: for ${left} of them it has their words. Take some out of the sections.`;
  return { rule: 'pictures-too-heavy', severity: 'warning', message };
}
