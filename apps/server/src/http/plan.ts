import { Router } from 'express';
import { changePlan, decideMerge, listMerges, readPlan } from '@plenary/operations';
import { mergeAnswer, planChange } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { bodyOf } from './body.ts';
import type { Events } from './events.ts';
import { langOf } from './problem.ts';

/** How the report of a summit is put together, and which outcomes of several groups are one. */
export function planRoutes({ context }: Composition, events: Events): Router {
  const routes = Router();
  const path = '/summits/:summit/plan' as const;

  routes.get(path, async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await readPlan(context, summit, asker, langOf(request)));
  });

  routes.put(path, async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const body = bodyOf(request, planChange);
    const changed = await changePlan(context, summit, body, asker, langOf(request));
    events.planChanged(asker.summit);
    response.json(changed);
  });

  routes.get(`${path}/merges`, async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await listMerges(context, summit, asker, langOf(request)));
  });

  routes.put(`${path}/merges`, async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const body = bodyOf(request, mergeAnswer);
    const decided = await decideMerge(context, summit, body, asker, langOf(request));
    events.planChanged(asker.summit);
    response.json(decided);
  });

  return routes;
}
