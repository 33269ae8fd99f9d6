import type { NextFunction, Request, Response } from 'express';
import { ProblemError, problemOf, type ProblemLang } from '@plenary/protocol';
import type { Log } from '../telemetry.ts';

/** The language to answer in: what the page or the browser asks for, French where it asks for nothing we speak. */
export function langOf(request: Request): ProblemLang {
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

/** Turns whatever a handler threw into `application/problem+json`, in the reader's language. */
export function problemHandler(log: Log) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(asProblem(error), langOf(request));
    if (problem.code === 'internal') log.error({ err: withoutText(error) }, 'request failed');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** Names what went wrong; anything unforeseen is `internal`. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const status = httpStatus(error);
  if (status === 413) return new ProblemError('request-too-large', { max: '8 MB' });
  if (status !== undefined && status < 500) return new ProblemError('request-malformed', { reason: 'JSON' });
  return new ProblemError('internal');
}

/** Body parsers of Express mark their errors with an HTTP status. */
function httpStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** An error's message may quote what somebody typed; its kind and the place in our code do not. */
function withoutText(error: unknown): { readonly kind: string; readonly stack: string } {
  if (!(error instanceof Error)) return { kind: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.name, stack: frames.join('\n') };
}
