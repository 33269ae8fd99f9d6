import compression from 'compression';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { ProblemError } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import type { Events } from './events.ts';
import { groupRoutes } from './groups.ts';
import { healthRoutes } from './health.ts';
import { joiningRoutes } from './joining.ts';
import { openApi } from './openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { problemHandler } from './problem.ts';
import { reportRoutes } from './report.ts';
import { requestLog } from './request-log.ts';
import { staticWeb } from './static-web.ts';
import { summitRoutes } from './summits.ts';

/** A sign-off or an invitation is a few hundred bytes; nothing sent here as JSON comes near this. */
const MOST_JSON = '1mb';
/**
 * Wrong codes a minute from one address. A whole venue may share one address, so this is far above forty
 * people who mistype, and far below what guessing one of 25^8 codes would take.
 */
const WRONG_CODES_A_MINUTE = 300;

/** The HTTP side of the server. */
export function createApp(composition: Composition, events: Events): Express {
  const { config, log, webFolder } = composition;
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog(log));
  app.use(helmet(securityHeaders(config.publicUrl.startsWith('https:'))));
  app.use(compression());
  app.use(healthRoutes(composition));

  const api = express.Router();
  api.use((request, _response, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !isOwnOrigin(request, config.publicUrl))
      throw new ProblemError('origin-foreign');
    next();
  });
  api.use(express.json({ limit: MOST_JSON }));
  api.use('/join', guessingLimit());
  api.get('/openapi.json', (_request, response) => {
    response.json(openApi());
  });
  api.use(
    joiningRoutes(composition),
    summitRoutes(composition),
    groupRoutes(composition),
    reportRoutes(composition),
    events.routes,
  );
  api.use(() => {
    throw new ProblemError('page-unknown');
  });
  app.use('/api', api);
  app.use(staticWeb(webFolder));
  app.use(problemHandler(log));
  return app;
}

function guessingLimit() {
  return rateLimit({
    windowMs: 60_000,
    limit: WRONG_CODES_A_MINUTE,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new ProblemError('too-many-requests'));
    },
  });
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
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  };
}
