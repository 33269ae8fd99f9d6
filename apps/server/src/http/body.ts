import type { Request } from 'express';
import type { z } from 'zod';
import { ProblemError } from '@plenary/protocol';

/** The request's JSON body, checked; throws `request-malformed` with the first thing that is wrong. */
export function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProblemError('request-malformed', {
    reason: issue === undefined ? 'JSON' : `${issue.path.join('.') || 'body'}: ${issue.message}`,
  });
}
