/** Files a group may bring along, read into nodes of a group document. */
export { importerFor, importers } from './formats.ts';
export { UnreadableFile } from './importer.ts';
export type { ImportRemark, Imported, Importer } from './importer.ts';
