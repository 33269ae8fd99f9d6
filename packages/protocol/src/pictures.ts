import { z } from 'zod';

/**
 * Bytes of one picture as it is sent: the largest photographs of phones have some 15 MB. The page makes them smaller
 * before it sends them where it can; programs need not.
 */
export const MOST_PICTURE_BYTES = 20 * 1024 * 1024;

/** `POST /api/summits/:summit/groups/:group/pictures`, whose body is the file: what a figure of the document then says. */
export const pictureView = z.object({
  /** SHA-256 of what is kept. `GET /api/summits/:summit/pictures/:picture` shows it to members of the summit. */
  id: z.string(),
  width: z.int(),
  height: z.int(),
});

/** Where a member of the summit sees a picture. */
export function picturePath(summit: string, id: string): string {
  return `/api/summits/${encodeURIComponent(summit)}/pictures/${encodeURIComponent(id)}`;
}

export type PictureView = z.infer<typeof pictureView>;
