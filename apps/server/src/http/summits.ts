import { Router } from 'express';
import {
  addGroup,
  invite,
  listGroups,
  listInvitations,
  listSummits,
  revokeInvitation,
  viewSummit,
} from '@plenary/operations';
import { invitationRequest, newGroupRequest } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn, askersOf } from './asker.ts';
import { bodyOf } from './body.ts';
import type { Events } from './events.ts';
import { langOf } from './problem.ts';

/** The summits of this server, one summit, its groups, its invitations. */
export function summitRoutes({ context }: Composition, events: Events): Router {
  const routes = Router();

  routes.get('/summits', async (request, response) => {
    response.json(await listSummits(context, await askersOf(context, request), langOf(request)));
  });

  routes.get('/summits/:summit', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await viewSummit(context, summit, asker, langOf(request)));
  });

  routes.get('/summits/:summit/groups', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await listGroups(context, summit, asker, langOf(request)));
  });

  routes.post('/summits/:summit/groups', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const added = await addGroup(context, summit, bodyOf(request, newGroupRequest), asker);
    events.programmeChanged(asker.summit);
    response.status(201).json(added);
  });

  routes.get('/summits/:summit/invitations', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await listInvitations(context, summit, asker));
  });

  routes.post('/summits/:summit/invitations', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.status(201).json(await invite(context, summit, bodyOf(request, invitationRequest), asker));
  });

  routes.delete('/summits/:summit/invitations/:invitation', async (request, response) => {
    const { summit, invitation } = request.params;
    const asker = await askerIn(context, request, summit);
    await revokeInvitation(context, summit, invitation, asker);
    events.askAgain(asker.summit);
    response.status(204).end();
  });

  return routes;
}
