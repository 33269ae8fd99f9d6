import { Router } from 'express';
import { join, previewInvitation } from '@plenary/operations';
import { joinRequest, type MeView } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askersOf, sessionCookie } from './asker.ts';
import { bodyOf } from './body.ts';
import { langOf } from './problem.ts';

/** `POST /api/join`, `GET /api/join/:code`, `GET /api/me`: how somebody comes in. */
export function joiningRoutes({ context, config }: Composition): Router {
  const routes = Router();

  /** The asker's person in the summit an invitation leads to, if this browser has one there. */
  const askerFor = async (request: Parameters<typeof askersOf>[1], codeOrToken: string) => {
    const { summit } = await previewInvitation(context, codeOrToken, undefined, 'fr');
    const [found, askers] = await Promise.all([
      context.summits.summit(summit.slug),
      askersOf(context, request),
    ]);
    return askers.find((person) => person.summit === found?.id);
  };

  routes.get('/join/:code', async (request, response) => {
    const { code } = request.params;
    const asker = await askerFor(request, code);
    response.json(await previewInvitation(context, code, asker, langOf(request)));
  });

  routes.post('/join', async (request, response) => {
    const { code, token, name } = bodyOf(request, joinRequest);
    const invitation = code === undefined ? { token: token ?? '' } : { code };
    const asker = await askerFor(request, code ?? token ?? '');
    const { joined, sessionToken } = await join(context, { ...invitation, name }, asker);
    if (sessionToken !== undefined) {
      const secure = config.publicUrl.startsWith('https:');
      response.setHeader('Set-Cookie', sessionCookie(joined.summit.id, sessionToken, secure));
    }
    response.json(joined);
  });

  routes.get('/me', async (request, response) => {
    const askers = await askersOf(context, request);
    const wanted = typeof request.query['summit'] === 'string' ? request.query['summit'] : undefined;
    const summit = wanted === undefined ? undefined : await context.summits.summit(wanted);
    const me = wanted === undefined ? askers[0] : askers.find((person) => person.summit === summit?.id);
    const view: MeView =
      me === undefined
        ? {}
        : {
            person: { id: me.id, name: me.name, colour: me.colour, memberships: [...me.memberships] },
            summit: me.summit,
          };
    response.json(view);
  });

  return routes;
}
