import { z } from 'zod';
import { lang } from './http.ts';

/** Requests and responses about files that are made of the report while people go on writing. */

/** `GET …/report/formats`: what the report can be taken along as, in the order in which a person is offered them. */
export const formatList = z.object({
  formats: z.array(z.object({ id: z.string(), label: z.string(), extension: z.string() })),
});

/** `POST …/report/exports` */
export const exportRequest = z.strictObject({ format: z.string().max(40), lang });

/** Where the making of a file stands. */
export const exportStage = z.enum(['waiting', 'writing', 'checking', 'done', 'failed']);

/** `POST …/report/exports` and `GET …/report/exports/:export`. The file of one that is done is at `…/file`. */
export const exportView = z.object({
  id: z.string(),
  format: z.string(),
  stage: exportStage,
  fileName: z.string().optional(),
  /** Bytes. */
  size: z.int().optional(),
  /** How long reading the file back and comparing it with the sources took, in milliseconds. */
  auditMs: z.number().optional(),
  /** What is to be known of the file besides what the report's own remarks say. */
  remarks: z.array(z.string()).optional(),
  /** Why it failed, as a sentence. */
  problem: z.string().optional(),
});

export type FormatList = z.infer<typeof formatList>;
export type ExportRequest = z.infer<typeof exportRequest>;
export type ExportView = z.infer<typeof exportView>;
