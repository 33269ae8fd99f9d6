import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { ProblemError } from '@plenary/protocol';

/** The built web application; every address that is not a file is a page of it. */
export function staticWeb(folder: string): Router {
  const routes = Router();
  const page = join(folder, 'index.html');
  // Names of built assets carry a hash of their content, so they never change.
  routes.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }), () => {
    throw new ProblemError('page-unknown');
  });
  routes.use(express.static(folder, { index: false, maxAge: '1h' }));
  routes.get('/{*path}', (request, response) => {
    if (!request.accepts('html') || !existsSync(page)) throw new ProblemError('page-unknown');
    // Relative to its folder: a dot in the path above it is nobody's business.
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
  });
  return routes;
}
