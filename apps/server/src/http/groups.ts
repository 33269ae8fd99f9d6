import { Router } from 'express';
import { reopen, signOff, viewGroup, viewSection, viewWriters } from '@plenary/operations';
import { signOffRequest } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { bodyOf } from './body.ts';
import { langOf } from './problem.ts';

/** One group: what its page needs, the section a rapporteur reads, signing and reopening. */
export function groupRoutes({ context }: Composition): Router {
  const routes = Router();
  const path = '/summits/:summit/groups/:group' as const;

  routes.get(path, async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await viewGroup(context, summit, group, asker, langOf(request)));
  });

  routes.get(`${path}/section`, async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await viewSection(context, summit, group, asker, langOf(request)));
  });

  routes.get(`${path}/writers`, async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await viewWriters(context, summit, group, asker));
  });

  routes.post(`${path}/sign-off`, async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await signOff(context, summit, group, bodyOf(request, signOffRequest), asker));
  });

  routes.post(`${path}/reopen`, async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await reopen(context, summit, group, asker));
  });

  return routes;
}
