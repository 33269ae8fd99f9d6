/** Files a group may bring along, read into nodes of a group document. */
export { bindPictures } from './figures.ts';
export type { BoundPicture } from './figures.ts';
export { formatOf, importFormats, readBrought } from './formats.ts';
export type { ImportFormat } from './formats.ts';
export { UnreadableFile } from './importer.ts';
export type { BroughtPicture, ImportRemark, Imported, Importer, UnreadableReason } from './importer.ts';
export { remarkText } from './remark-words.ts';
export type { RemarkRule } from './remark-rule.ts';
