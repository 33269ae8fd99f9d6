/** Files a group may bring along, read into nodes of a group document. */
export { formatOf, importFormats, readBrought } from './formats.ts';
export type { ImportFormat } from './formats.ts';
export { UnreadableFile } from './importer.ts';
export type { ImportRemark, Imported, Importer, UnreadableReason } from './importer.ts';
export { remarkText } from './remark-words.ts';
export type { RemarkRule } from './remark-rule.ts';
