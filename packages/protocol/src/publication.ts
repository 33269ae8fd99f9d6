import { z } from 'zod';
import { lang } from './http.ts';

/** `POST /api/summits/:summit/publication`: publishes the report as it is now, in place of what was published before. */
export const publicationRequest = z.object({
  /** The languages it can be read in. The summit's own comes first where it is among them. */
  langs: z.array(lang).min(1).max(lang.options.length),
  /** Whether search engines may list it. */
  findable: z.boolean(),
});

/** A published report, as those who make it see it. */
export const publicationView = z.object({
  /** Where anybody reads it. */
  url: z.string(),
  /** Name of who published it. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  langs: z.array(lang),
  findable: z.boolean(),
  /** Sections that have changed since. */
  behind: z.number().int(),
  files: z.array(
    z.object({ url: z.string(), lang, format: z.string(), /** Bytes. */ size: z.number().int() }),
  ),
});

/** `GET /api/summits/:summit/publication` */
export const publicationState = z.object({ publication: publicationView.optional() });

export type PublicationRequest = z.infer<typeof publicationRequest>;
export type PublicationView = z.infer<typeof publicationView>;
export type PublicationState = z.infer<typeof publicationState>;
