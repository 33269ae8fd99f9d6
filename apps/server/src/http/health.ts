import { Router } from 'express';
import type { Composition } from '../compose.ts';

/** `/healthz`: the process answers. `/readyz`: the store answers too. `/metrics`: Prometheus. */
export function healthRoutes({ context, telemetry }: Composition): Router {
  const routes = Router();
  routes.get('/healthz', (request, response) => {
    const { nonce } = request.query;
    // What comes back with the number that was sent is an answer of this server, and none that a network keeps or makes.
    const same = typeof nonce === 'string' && /^[\w-]{1,64}$/.test(nonce) ? { nonce } : {};
    response.set('Cache-Control', 'no-store').json({ ok: true, ...same });
  });
  routes.get('/readyz', async (_request, response) => {
    const ready = await context.summits.summits().then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ ok: ready });
  });
  routes.get('/metrics', async (_request, response) => {
    response.type(telemetry.registry.contentType).send(await telemetry.registry.metrics());
  });
  return routes;
}
