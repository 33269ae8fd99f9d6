import type { NextFunction, Request, Response } from 'express';
import type { Log, Telemetry } from '../telemetry.ts';

/** One line a request: method, route pattern, status, duration. The address itself may hold a code and is not logged. */
export function requestLog(log: Log, telemetry: Telemetry) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const route = patternOf(request);
      const ms = performance.now() - startedAt;
      const labels = { method: request.method, route, status: response.statusCode };
      telemetry.request(labels, ms);
      const line = { ...labels, ms: Math.round(ms) };
      if (response.statusCode >= 500) log.warn(line, 'request');
      else log.debug(line, 'request');
    });
    next();
  };
}

/** `/api/summits/:summit`: the same for everybody, whatever stands in the address. */
function patternOf(request: Request): string {
  const route: unknown = request.route;
  const pattern: unknown =
    typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : undefined;
  return typeof pattern === 'string' ? request.baseUrl + pattern : 'unmatched';
}
