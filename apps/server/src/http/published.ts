import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { missingPage, PUBLISHED_PATH, readPublished } from '@plenary/operations';
import { ProblemError } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { langOf } from './problem.ts';

/**
 * `GET /r/:slug`, `/r/:slug/:lang` and `/r/:slug/:lang/:file`: a published report, for anybody. No cookie is read. Kept
 * copies are asked for again every time, so that what is taken away is gone for all.
 */
export function publishedRoutes({ context }: Composition): Router {
  const routes = Router();

  const serve = async (request: Request, response: Response, isPage: boolean): Promise<void> => {
    try {
      await send(request, response, isPage);
    } catch (error) {
      const missing = error instanceof ProblemError && error.code === 'report-not-published';
      // A program gets the problem as it gets all others; a person who followed an old link gets a page.
      if (!missing || request.accepts(['json', 'html']) !== 'html') throw error;
      const page = Buffer.from(missingPage(langOf(request)));
      response.status(404).set({ 'Content-Security-Policy': policyFor(page), 'Cache-Control': 'no-cache' });
      response.type('html').send(page);
    }
  };

  const send = async (request: Request, response: Response, isPage: boolean): Promise<void> => {
    const { slug = '', lang, file } = request.params as Readonly<Record<string, string>>;
    const reading = await readPublished(context, slug, lang, file);
    const { mediaType, hash, name } = reading.file;
    response.set({
      'Content-Type': mediaType,
      'Cache-Control': 'public, no-cache',
      // Weak, because what travels may be packed.
      ETag: `W/"${hash}"`,
      ...(reading.publication.findable ? {} : { 'X-Robots-Tag': 'noindex' }),
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const bytes = await reading.bytes();
    if (isPage) response.set('Content-Security-Policy', policyFor(bytes));
    else
      response
        .set('Content-Security-Policy', "default-src 'none'; sandbox")
        .attachment(name.split('/').at(-1));
    response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  };

  routes.get(`${PUBLISHED_PATH}/:slug`, (request, response) => serve(request, response, true));
  routes.get(`${PUBLISHED_PATH}/:slug/:lang`, (request, response) => serve(request, response, true));
  routes.get(`${PUBLISHED_PATH}/:slug/:lang/:file`, (request, response) => serve(request, response, false));
  return routes;
}

/**
 * Nothing but the page itself and this server's script. The one style is named by its hash: a style that somebody's text
 * might bring along would not be applied.
 */
function policyFor(page: Uint8Array): string {
  const style = /<style>([^]*?)<\/style>/.exec(Buffer.from(page).toString('utf8'))?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
