import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { reportJsonSchema } from '@plenary/operations';
import { ProblemError, SYNC_PATH } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { fallbackRoutes } from '../fallback/fallback-routes.ts';
import type { Events } from './events.ts';
import { exportRoutes } from './exports.ts';
import { groupRoutes } from './groups.ts';
import { guardAgainstGuessing } from './guessing.ts';
import { healthRoutes } from './health.ts';
import { importRoutes } from './imports.ts';
import { joiningRoutes } from './joining.ts';
import { openApi } from './openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { pictureRoutes } from './pictures.ts';
import { planRoutes } from './plan.ts';
import { problemHandler } from './problem.ts';
import { publicationRoutes } from './publication.ts';
import { publishedRoutes } from './published.ts';
import { reportRoutes } from './report.ts';
import { requestLog } from './request-log.ts';
import { staticWeb } from './static-web.ts';
import { summitRoutes } from './summits.ts';

/** A sign-off or an invitation is a few hundred bytes; nothing sent here as JSON comes near this. */
const MOST_JSON = '1mb';
const SCHEMA = JSON.stringify(reportJsonSchema());
/** The HTTP side of the server. */
export function createApp(composition: Composition, events: Events): Express {
  const { config, log, telemetry, webFolder } = composition;
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog(log, telemetry));
  app.use(helmet(securityHeaders(config.publicUrl.startsWith('https:'))));
  app.use(compression());
  app.use(healthRoutes(composition));

  const api = express.Router();
  const guessing = guardAgainstGuessing();
  api.use((request, response, next) => {
    // Answers name people, and depend on who asks in which language.
    response.set('Cache-Control', 'no-store');
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !isOwnOrigin(request, config.publicUrl))
      throw new ProblemError('origin-foreign');
    next();
  });
  api.use(express.json({ limit: MOST_JSON }));
  api.use('/join', guessing.before);
  api.get('/openapi.json', (_request, response) => {
    response.json(openApi());
  });
  api.get('/report.schema.json', (_request, response) => {
    // Nobody's words, and the same for all.
    response.set('Cache-Control', 'public, no-cache').type('application/schema+json').send(SCHEMA);
  });
  api.use(
    joiningRoutes(composition),
    summitRoutes(composition, events),
    groupRoutes(composition),
    pictureRoutes(composition),
    importRoutes(composition),
    planRoutes(composition, events),
    exportRoutes(composition),
    reportRoutes(composition),
    publicationRoutes(composition),
    events.routes,
  );
  api.use(nothingHere);
  api.use(guessing.after);
  app.use('/api', api);
  app.use(fallbackRoutes(composition));
  // Sockets live there; a plain request for one is a mistake that a page of the application would hide.
  app.use(SYNC_PATH, nothingHere);
  app.use(publishedRoutes(composition));
  app.use(staticWeb(webFolder));
  app.use(nothingHere);
  app.use(problemHandler(log));
  return app;
}

function nothingHere(): never {
  throw new ProblemError('page-unknown');
}

/** Everything from this server and nothing from outside; over plain http the https-only headers are left out. */
function securityHeaders(https: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Report previews are inert documents with their own <style>; the editor sets widths on table columns.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // An exported page holds its fonts.
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // What else lives under the same domain is not ours to decide.
    strictTransportSecurity: https && { includeSubDomains: false },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  };
}
