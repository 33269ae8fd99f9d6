import type { Report } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { type Exporter, whole } from '../exporter.ts';
import { zip, type ZipEntry } from '../zip/zip.ts';
import { ODT_TYPE } from './namespaces.ts';
import { contentFile } from './odt-content.ts';
import { manifestFile, metaFile, stylesFile } from './odt-parts.ts';
import { newOdtFile } from './odt-place.ts';

/** The report as an OpenDocument text of version 1.3: named styles, real lists and notes, contents to be brought up to date. */
export const odt = {
  id: 'odt',
  mediaType: ODT_TYPE,
  extension: 'odt',
  write: (report, assets = new Map()) => whole(zip(entries(report, assets))),
  readBack: async (file) => (await import('./read-back.ts')).readOdt(file),
} as const satisfies Exporter;

/** The type comes first and unpacked, so that it is read without opening the archive. */
function entries(report: Report, assets: Assets): readonly ZipEntry[] {
  const file = newOdtFile(report, assets);
  // Writing the content gathers the pictures that the manifest names.
  const content = contentFile(report, file);
  return [
    { path: 'mimetype', data: ODT_TYPE, stored: true },
    { path: 'content.xml', data: content },
    { path: 'styles.xml', data: stylesFile(report, file) },
    { path: 'meta.xml', data: metaFile(report, file) },
    ...[...file.pictures].map(([{ bytes }, path]) => ({ path, data: bytes, stored: true })),
    { path: 'META-INF/manifest.xml', data: manifestFile(file) },
  ];
}
