import type { NextFunction, Request, Response } from 'express';
import { ProblemError, problemOf, type ProblemLang } from '@plenary/protocol';
import { StorageError } from '@plenary/storage';
import { NoSuchDocument, RoomEnded, StoreFailed } from '@plenary/sync';
import type { Log } from '../telemetry.ts';
import { withoutText } from '../without-text.ts';

/** The language to answer in: what the page or the browser asks for, French where it asks for nothing we speak. */
export function langOf(request: Request): ProblemLang {
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

/** Turns whatever a handler threw into `application/problem+json`, in the reader's language. */
export function problemHandler(log: Log) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const lang = langOf(request);
    const asked = asProblem(error, lang);
    const problem = problemOf(asked, lang);
    // What it would say of a failed audit is somebody's text; that it failed is for the operator to know.
    if (problem.status === 500) log.error({ code: problem.code, err: withoutText(error) }, 'request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    response
      .status(problem.status)
      .set('Content-Language', lang)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  };
}

/** Names what went wrong; anything unforeseen is `internal`. */
export function asProblem(error: unknown, lang: ProblemLang): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StorageError || error instanceof StoreFailed || error instanceof RoomEnded)
    return new ProblemError('storage-failed');
  if (error instanceof NoSuchDocument) return new ProblemError('group-unknown');
  const status = fieldOf(error, 'status');
  if (typeof status !== 'number' || status >= 500) return new ProblemError('internal');
  // The parser of bodies says of what type its errors are. Others are of an address: undecodable, or no file's.
  if (typeof fieldOf(error, 'type') !== 'string') return new ProblemError('page-unknown');
  if (status === 413) return new ProblemError('request-too-large', { max: sizeOf(error, lang) });
  return new ProblemError('request-malformed', { reason: NOT_JSON[lang] });
}

const NOT_JSON: Readonly<Record<ProblemLang, string>> = {
  fr: 'ce n’est pas du JSON en UTF-8. Corrigez-le et envoyez-le de nouveau.',
  en: 'it is not JSON in UTF-8. Mend it and send it again.',
};

function sizeOf(error: unknown, lang: ProblemLang): string {
  const limit = fieldOf(error, 'limit');
  const megabytes = typeof limit === 'number' ? Math.round(limit / 2 ** 20) : 1;
  return `${megabytes}\u00A0${lang === 'fr' ? 'Mo' : 'MB'}`;
}

function fieldOf(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined;
}
