import { REPORT_VERSION, type Report } from '@plenary/report-ast';
import { z } from 'zod';
import { anchorSchema, assetSchema, blockSchema, inlineSchema, langSchema, spoken } from './node-schema.ts';

const source = z.strictObject({
  seq: z.int().min(0).meta({ description: 'Sequence number of the newest update in the section.' }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the canonical content.' }),
  signedOff: z.strictObject({ by: z.string(), at: z.iso.datetime() }).exactOptional(),
});

const colour = z.templateLiteral(['#', z.string().regex(/^[0-9a-f]{6}$/)]);
const look = z
  .strictObject({
    paper: z.enum(['a4', 'letter']).exactOptional(),
    accent: colour.exactOptional(),
    second: colour.exactOptional(),
    logo: assetSchema.exactOptional(),
    cover: assetSchema.exactOptional(),
  })
  .meta({ description: 'How the summit wants its report to look.' });

const outcome = z.strictObject({
  id: z.string(),
  anchor: anchorSchema.exactOptional(),
  kind: z.string(),
  group: z.string(),
  session: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
});

const place = z.strictObject({ group: z.string().exactOptional(), block: z.string().exactOptional() });
const diagnostic = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  place: place.exactOptional(),
});

/**
 * Checks a report read from a file, and gives it its type. It is strict: a key it does not know means a report of
 * another version. The rules that look at the whole tree (anchors, rectangles, depth) are `validate`'s.
 */
export const reportSchema: z.ZodType<Report> = z
  .strictObject({
    plenary: z.literal(REPORT_VERSION),
    lang: langSchema,
    summit: z.strictObject({
      id: z.string(),
      title: z.string().min(1),
      theme: z.string().min(1).exactOptional(),
      whenAndWhere: z.string().min(1),
      hosts: z.array(z.string().min(1)),
    }),
    look: look.exactOptional(),
    generatedFrom: z
      .record(z.string(), source)
      .meta({ description: 'By group id: the exact state each section was compiled from.' }),
    parts: z.array(
      z.strictObject({
        anchor: anchorSchema,
        kind: z.enum(['front', 'body', 'synthesis', 'annex']).exactOptional(),
        ...spoken,
        title: z.array(inlineSchema).min(1),
        children: z.array(blockSchema),
      }),
    ),
    outcomes: z.array(outcome),
    diagnostics: z.array(diagnostic),
  })
  .meta({ title: 'Plenary report', description: 'The machine-readable report of a summit.' });

/** The published JSON Schema (draft 2020-12) of the JSON format, derived from `reportSchema`. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
}
