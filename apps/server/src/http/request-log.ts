import type { NextFunction, Request, Response } from 'express';
import type { Log } from '../telemetry.ts';

/** One line a request: method, route pattern, status, duration. The address itself may hold a code and is not logged. */
export function requestLog(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const pattern: unknown = request.route?.path;
      const route = typeof pattern === 'string' ? request.baseUrl + pattern : 'unmatched';
      const line = {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      };
      if (response.statusCode >= 500) log.warn(line, 'request');
      else log.debug(line, 'request');
    });
    next();
  };
}
