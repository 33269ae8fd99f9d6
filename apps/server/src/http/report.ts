import { Router } from 'express';
import { exportSummit, inOneFile } from '@plenary/operations';
import { lang as langSchema } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { langOf } from './problem.ts';
import { sendReport } from './send-report.ts';

/**
 * `GET /api/summits/:summit/report?format=&lang=`: the report as a file, audited before the first byte leaves. With
 * `besides=zip` a file that needs pictures beside it comes with them, as an archive; with `pictures=linked` a page shows
 * them from this server, for members to look at, instead of holding them.
 */
export function reportRoutes({ context }: Composition): Router {
  const routes = Router();
  routes.get('/summits/:summit/report', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const format = typeof request.query['format'] === 'string' ? request.query['format'] : 'json';
    const wanted = langSchema.safeParse(request.query['lang']);
    const lang = wanted.success ? wanted.data : langOf(request);
    const picturesIn = request.query['pictures'] === 'linked' ? 'application' : 'file';
    const gone = new AbortController();
    // Whoever closes the tab does not want the file any more.
    response.on('close', () => gone.abort());
    const wish = { format, lang, picturesIn } as const;
    const exported = await exportSummit(context, summit, wish, asker, { signal: gone.signal });
    // Programs that ask for a format get that format; people who save it get all that belongs to it.
    sendReport(response, request.query['besides'] === 'zip' ? await inOneFile(exported) : exported);
  });
  return routes;
}
