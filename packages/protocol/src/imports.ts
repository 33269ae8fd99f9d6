import { z } from 'zod';

/** `POST /api/summits/:summit/groups/:group/import`, whose body is the file: what came of it. */
export const importView = z.object({
  /** How many blocks were added at the end of the document. */
  blocks: z.int(),
  /** What could not be kept as it was. */
  remarks: z.array(
    z.object({
      rule: z.string(),
      count: z.int(),
      /** One line, in the language of the answer. */
      text: z.string(),
      /** Words of the file that are not in the document. */
      lost: z.array(z.string()).readonly().optional(),
    }),
  ),
  /** The document's newest version. */
  seq: z.int(),
});

export type ImportView = z.infer<typeof importView>;
