import type { Picture, PictureRefusal, Summit } from '@plenary/programme';
import { MOST_PICTURE_BYTES, ProblemError, type PictureView } from '@plenary/protocol';
import { authorOf, requireMember, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { findSummit } from './lookup.ts';
import { mayBring } from './may-bring.ts';

/**
 * Pictures that one group may bring. A visit that is told in pictures has twenty; a section with more than a hundred is
 * an album, and a report in one file has to hold those of all groups.
 */
export const MOST_PICTURES = 100;

/**
 * Keeps a picture for a group's document, encoded anew and without what the camera wrote into it; the document is not
 * touched. Throws like `mayBring`, and `picture-…` with what is wrong with the file; then nothing was kept.
 */
export async function addPicture(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  bytes: Uint8Array,
  asker: Asker,
): Promise<PictureView> {
  await mayBring(context, summitIdOrSlug, groupId, asker);
  const summit = await findSummit(context, summitIdOrSlug);
  const kept = await keepPicture(context, summit, groupId, bytes, asker);
  if (typeof kept === 'string') throw problemOf(kept);
  const { id, width, height } = kept;
  return { id, width, height };
}

/** A picture of the summit. Members only. Throws `picture-unknown`. */
export async function viewPicture(
  context: Pick<Context, 'summits' | 'pictures'>,
  summitIdOrSlug: string,
  id: string,
  asker: Asker,
): Promise<Picture> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireMember(summit, asker);
  const picture = await context.pictures.picture(summit.id, id);
  if (picture === undefined) throw new ProblemError('picture-unknown');
  return picture;
}

/** Why a picture was not kept. */
export type NotKept = PictureRefusal | 'too-large' | 'full';

/** Encodes and keeps a picture for a group of the summit, or says why not. Checks nobody's access. */
export async function keepPicture(
  context: Pick<Context, 'pictures' | 'encoder' | 'now'>,
  summit: Summit,
  group: string,
  bytes: Uint8Array,
  asker: Asker,
): Promise<Picture | NotKept> {
  if (bytes.length > MOST_PICTURE_BYTES) return 'too-large';
  const picture = await context.encoder.encode(bytes);
  if (typeof picture === 'string') return picture;
  const origin = { summit: summit.id, group, author: authorOf(asker), at: context.now() };
  const outcome = await context.pictures.addPicture(picture, origin, MOST_PICTURES);
  return outcome === 'kept' ? picture : 'full';
}

function problemOf(reason: NotKept): ProblemError {
  switch (reason) {
    case 'kind':
      return new ProblemError('picture-kind');
    case 'damaged':
      return new ProblemError('picture-damaged');
    case 'too-many-pixels':
    case 'too-large':
      return new ProblemError('picture-too-large');
    case 'full':
      return new ProblemError('pictures-full', { max: MOST_PICTURES });
  }
}
