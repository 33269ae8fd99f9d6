import { appendBlocks, BLOCK_ID, type DocNode, newBlockId } from '@plenary/document';
import {
  bindPictures,
  type Imported,
  type ImportRemark,
  readBrought,
  remarkText,
  UnreadableFile,
  type UnreadableReason,
} from '@plenary/importers';
import type { Lang } from '@plenary/programme';
import { ProblemError } from '@plenary/protocol';
import { EditRefused } from '@plenary/sync';
import { authorOf, requireAccess, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { keepPictures } from './keep-pictures.ts';
import { findGroup, findSummit } from './lookup.ts';
import { onRoom } from './sync-problems.ts';

/** A file that a group brings along. */
export interface BroughtFile {
  /** With its ending, which says what it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The language of what is said about a file that cannot be read; the summit's when absent. */
  readonly wordsIn?: Lang | undefined;
}

/** What came of an import. */
export interface ImportedFile {
  /** How many blocks were added at the end. */
  readonly blocks: number;
  readonly remarks: readonly ToldRemark[];
  /** The document's newest version. */
  readonly seq: number;
}

/** What could not be kept, and how to say so. */
export interface ToldRemark extends ImportRemark {
  /** One line, in the language of what is said about the file. */
  readonly text: string;
}

/**
 * Adds a file's content at the end of a group document, as new edits by the asker; what is there stays untouched.
 * Its pictures are kept before, encoded anew, so that no figure names one that is not there.
 * Throws `file-unreadable`, `section-signed`; then nothing was added.
 */
export async function importFile(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  file: BroughtFile,
  asker: Asker,
): Promise<ImportedFile> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'write');
  const words = file.wordsIn ?? summit.lang;
  const read = await readFile(file, words, context);
  const before = await context.documents.head(group.id);
  if (before?.seal !== undefined) throw new ProblemError('section-signed');
  const { kept, remarks: notKept } = await keepPictures(context, summit, group.id, read, asker);
  const blocks = withIds(bindPictures(read.blocks, kept), context);
  const remarks = [...read.remarks, ...notKept].map((remark) => ({
    ...remark,
    text: remarkText(remark, words),
  }));
  if (blocks.length === 0) return { blocks: 0, remarks, seq: before?.seq ?? 0 };
  try {
    const { seq } = await onRoom(() =>
      context.rooms.edit(group.id, authorOf(asker), (doc) => appendBlocks(doc, blocks, context.blocks)),
    );
    return { blocks: blocks.length, remarks, seq };
  } catch (error) {
    throw error instanceof EditRefused ? refused(error, file.name, words) : error;
  }
}

/** The same blocks, with a new id for each outcome among them: what is brought in is not the one it was copied from. */
function withIds(blocks: readonly DocNode[], context: Context): readonly DocNode[] {
  return blocks.map((node) => ({
    ...node,
    ...(Object.hasOwn(context.blocks, node.type) && {
      attrs: { ...node.attrs, [BLOCK_ID]: newBlockId(context.random) },
    }),
    ...(node.content && { content: withIds(node.content, context) }),
  }));
}

async function readFile(
  file: BroughtFile,
  words: Lang,
  { blocks: kinds }: Pick<Context, 'blocks'>,
): Promise<Imported> {
  try {
    return await readBrought(file.name, file.bytes, kinds);
  } catch (error) {
    throw error instanceof UnreadableFile ? unreadable(file.name, error.reason, words) : error;
  }
}

function refused(error: EditRefused, file: string, words: Lang): ProblemError {
  switch (error.reason) {
    case 'locked':
      return new ProblemError('section-signed');
    case 'too-large':
    case 'too-deep':
      return unreadable(file, error.reason, words);
    case 'storage':
    case 'too-fast':
      return new ProblemError('storage-failed');
    case 'read-only':
    case 'malformed':
    case 'incomplete':
    case 'foreign-client-id':
    case 'root-type':
      return new ProblemError('internal');
  }
}

function unreadable(file: string, reason: UnreadableReason, words: Lang): ProblemError {
  return new ProblemError('file-unreadable', { file, reason: REASONS[reason][words] });
}

const REASONS = {
  ending: {
    fr: 'son extension ne dit pas ce qu’il contient. Enregistrez-le en Word (.docx), page web (.html) ou Markdown (.md).',
    en: 'its ending does not say what it holds. Save it as Word (.docx), web page (.html) or Markdown (.md).',
  },
  'not-utf8': {
    fr: 'il n’est pas en UTF-8. Enregistrez-le de nouveau en UTF-8.',
    en: 'it is not UTF-8. Save it again as UTF-8.',
  },
  binary: {
    fr: 'ce n’est pas un texte. Exportez-le de nouveau dans le format que dit son extension.',
    en: 'it is not a text. Export it again in the format that its ending says.',
  },
  'too-large': {
    fr: 'il est trop long pour une seule section. Coupez-le en plusieurs fichiers.',
    en: 'it is too long for one section. Cut it into several files.',
  },
  'too-deep': {
    fr: 'ses listes, tableaux ou citations sont imbriqués trop profondément. Remontez-les de quelques niveaux.',
    en: 'its lists, tables or quotations are nested too deep. Bring them up by some levels.',
  },
  damaged: {
    fr: 'il est abîmé ou incomplet. Ouvrez-le dans le programme d’où il vient et enregistrez-le de nouveau.',
    en: 'it is damaged or incomplete. Open it in the program it comes from and save it again.',
  },
  'locked-or-old-word': {
    fr: 'il est protégé par un mot de passe ou vient d’un ancien Word. Enregistrez-le en .docx sans mot de passe.',
    en: 'it is protected by a password or of an old Word. Save it as .docx without a password.',
  },
  'nothing-inside': {
    fr: 'l’archive ne contient ni document Word ni notes. Choisissez le document lui-même.',
    en: 'the archive holds neither a Word document nor notes. Choose the document itself.',
  },
  'not-etherpad': {
    fr: 'ce n’est pas un pad complet. Exportez-le de nouveau depuis Etherpad.',
    en: 'it is not a whole pad. Export it from Etherpad again.',
  },
} as const satisfies Readonly<Record<UnreadableReason, Readonly<Record<Lang, string>>>>;
