import { z } from 'zod';

/** `POST /api/summits/:summit/groups/:group/pictures`, whose body is the file: what a figure of the document then says. */
export const pictureView = z.object({
  /** SHA-256 of what is kept. `GET /api/summits/:summit/pictures/:picture` shows it to members of the summit. */
  id: z.string(),
  width: z.int(),
  height: z.int(),
});

export type PictureView = z.infer<typeof pictureView>;
