import { type AssetId, nodesOf, type Report, walk } from '@plenary/report-ast';
import { type Asset, type Assets, assetPath } from '../assets.ts';
import { fileBytes } from '../file-text.ts';
import { canonical } from '../json/canonical.ts';
import { type AttachedFile, settingsOf } from './settings.ts';
import { blocksTemplate } from './template-blocks.ts';
import { inlinesTemplate } from './template-inlines.ts';
import { lookTemplate } from './template-look.ts';
import { reportTemplate } from './template-report.ts';
import { measuresTemplate } from './template-measures.ts';

/** The file of a bundle that is compiled. */
export const MAIN_FILE = 'report.typ';

/** Files by their path in the bundle. */
export type Bundle = ReadonlyMap<string, Uint8Array>;

/** A file to put into the PDF, and its bytes. */
export interface Attachment extends AttachedFile {
  readonly bytes: Uint8Array;
}

/**
 * Everything Typst needs to set a report, fonts aside: the template, the same for every report; the report as data; its
 * pictures. No text of a report is ever part of the template, so none can be read as markup.
 */
export function bundleOf(report: Report, assets: Assets, attachments: readonly Attachment[] = []): Bundle {
  const shown = picturesOf(report, assets);
  const paths = Object.fromEntries(shown.map(([id, asset]) => [id, assetPath(id, asset)]));
  const attached = attachments.map(({ path, type, relationship, description }) => ({
    path,
    type,
    relationship,
    description,
  }));
  return new Map([
    [MAIN_FILE, fileBytes(reportTemplate)],
    ['look.typ', fileBytes(lookTemplate)],
    ['blocks.typ', fileBytes(blocksTemplate)],
    ['inlines.typ', fileBytes(inlinesTemplate)],
    ['measures.typ', fileBytes(measuresTemplate)],
    ['report.json', jsonBytes(report)],
    ['settings.json', jsonBytes(settingsOf(report, paths, attached))],
    ...shown.map(([id, asset]) => [assetPath(id, asset), asset.bytes] as const),
    ...attachments.map(({ path, bytes }) => [path, bytes] as const),
  ]);
}

/** A value as the bytes of its JSON, its keys in one order. */
export function jsonBytes(value: unknown): Uint8Array {
  return fileBytes(`${JSON.stringify(canonical(value), null, 1)}\n`);
}

/** The pictures a report shows and Typst can read, each once; it knows no AVIF. */
export function picturesOf(report: Report, assets: Assets): readonly (readonly [AssetId, Asset])[] {
  const named = [report.look?.logo, report.look?.cover];
  for (const { node } of walk(nodesOf(report))) if (node.type === 'figure') named.push(node.asset);
  return [...new Set(named)].flatMap((id) => {
    const asset = id === undefined ? undefined : assets.get(id);
    return id === undefined || asset === undefined || !READABLE_TYPES.has(asset.type)
      ? []
      : [[id, asset] as const];
  });
}

const READABLE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
