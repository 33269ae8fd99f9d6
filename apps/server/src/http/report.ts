import { Router } from 'express';
import { exportSummit } from '@plenary/operations';
import { lang as langSchema } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { langOf } from './problem.ts';

/** `GET /api/summits/:summit/report?format=&lang=`: the report as a file, audited before the first byte leaves. */
export function reportRoutes({ context }: Composition): Router {
  const routes = Router();
  routes.get('/summits/:summit/report', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const format = typeof request.query['format'] === 'string' ? request.query['format'] : 'json';
    const wanted = langSchema.safeParse(request.query['lang']);
    const lang = wanted.success ? wanted.data : langOf(request);
    const { file, mediaType, fileName } = await exportSummit(context, summit, { format, lang }, asker);
    response
      .type(mediaType)
      .attachment(fileName)
      .set('Cache-Control', 'no-store')
      .send(typeof file === 'string' ? file : Buffer.from(file));
  });
  return routes;
}
