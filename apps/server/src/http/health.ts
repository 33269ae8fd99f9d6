import { Router } from 'express';
import type { Composition } from '../compose.ts';

/** `/healthz`: the process answers. `/readyz`: the store answers too. `/metrics`: Prometheus. */
export function healthRoutes({ context, telemetry }: Composition): Router {
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.json({ ok: true });
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
