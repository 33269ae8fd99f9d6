import { Router } from 'express';
import { publishReport, unpublishReport, viewPublication } from '@plenary/operations';
import { publicationRequest } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { bodyOf } from './body.ts';

/** Publishing the report of a summit, and taking it away again. */
export function publicationRoutes({ context }: Composition): Router {
  const routes = Router();

  routes.get('/summits/:summit/publication', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await viewPublication(context, summit, asker));
  });

  routes.post('/summits/:summit/publication', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await publishReport(context, summit, bodyOf(request, publicationRequest), asker));
  });

  routes.delete('/summits/:summit/publication', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    await unpublishReport(context, summit, asker);
    response.status(204).end();
  });

  return routes;
}
