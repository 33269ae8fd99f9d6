import type { OutcomeBlocks } from '@plenary/document';
import { isEtherpadPage } from './etherpad/recognise.ts';
import { isHedgedoc } from './hedgedoc/recognise.ts';
import { type Imported, type Importer, UnreadableFile } from './importer.ts';

/** A format as a list or a dialog shows it; its importer is loaded when a file of it is there. */
export interface ImportFormat {
  readonly id: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** File name endings, with the dot, lower case. */
  readonly extensions: readonly string[];
  /** Where formats share an ending: whether the file is one of this format. */
  readonly recognises?: (bytes: Uint8Array) => boolean;
  load(): Promise<Importer>;
}

/** Every format a group may bring along. One line a format; where endings are shared, the special one comes first. */
// oxfmt-ignore
export const importFormats: readonly ImportFormat[] = [
  { id: 'docx', label: { fr: 'Document Word', en: 'Word document' }, extensions: ['.docx'], load: async () => (await import('./docx/docx.ts')).docx },
  { id: 'etherpad', label: { fr: 'Pad d’Etherpad', en: 'Etherpad pad' }, extensions: ['.etherpad'], load: async () => (await import('./etherpad/etherpad.ts')).etherpad },
  { id: 'etherpad-page', label: { fr: 'Page d’Etherpad', en: 'Page of Etherpad' }, extensions: ['.html', '.htm'], recognises: isEtherpadPage, load: async () => (await import('./etherpad/etherpad-page.ts')).etherpadPage },
  { id: 'html', label: { fr: 'Page web', en: 'Web page' }, extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./html/html.ts')).html },
  { id: 'hedgedoc-archive', label: { fr: 'Archive de HedgeDoc', en: 'Archive of HedgeDoc' }, extensions: ['.zip'], load: async () => (await import('./hedgedoc/hedgedoc-archive.ts')).hedgedocArchive },
  { id: 'hedgedoc', label: { fr: 'Note de HedgeDoc', en: 'HedgeDoc note' }, extensions: ['.md'], recognises: isHedgedoc, load: async () => (await import('./hedgedoc/hedgedoc.ts')).hedgedoc },
  { id: 'markdown', label: { fr: 'Markdown', en: 'Markdown' }, extensions: ['.md', '.markdown', '.mdwn', '.mkd'], load: async () => (await import('./markdown/markdown.ts')).markdown },
];

/** The format of a file, by the ending of its name and, where formats share it, by its content. */
export function formatOf(fileName: string, bytes: Uint8Array): ImportFormat | undefined {
  const name = fileName.toLowerCase();
  return importFormats.find(
    ({ extensions, recognises }) =>
      extensions.some((extension) => name.endsWith(extension)) && (recognises?.(bytes) ?? true),
  );
}

/**
 * Reads a file that a group brings along: blocks for its document, and what could not be kept. Nothing in the file is
 * run and nothing it names is fetched. Outcomes of these kinds that a report shows are outcomes again, without ids.
 * Rejects with `UnreadableFile`, whose `reason` says what is wrong.
 */
export async function readBrought(
  fileName: string,
  bytes: Uint8Array,
  kinds: OutcomeBlocks = {},
): Promise<Imported> {
  const format = formatOf(fileName, bytes);
  if (format === undefined) throw new UnreadableFile('ending');
  const importer = await format.load();
  return importer.read(bytes, kinds);
}
