import type { Express, Router } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { createApp } from './app.ts';
import { createEvents } from './events.ts';
import { openApi, operations } from './openapi.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

describe('the description of the HTTP interface', () => {
  test('lists exactly the routes that exist', () => {
    const events = createEvents(server.composition);
    const app = createApp(server.composition, events);
    events.close();
    const served = routesOf(app.router, '').filter((route) => route !== 'get /{*path}');
    const described = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    expect(served.toSorted()).toEqual(described.toSorted());
  });

  test('is an OpenAPI 3.1 document whose operations are complete', async () => {
    const answer = await ask(server.port, { path: '/api/openapi.json' });
    expect(answer.json).toEqual(structuredClone(openApi()));
    expect(answer.json).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Plenary', version: expect.any(String) },
      components: { schemas: { Problem: { type: 'object', required: expect.arrayContaining(['detail']) } } },
    });
    const { paths } = answer.json as { paths: Record<string, Record<string, Record<string, unknown>>> };
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        const parameters = (operation['parameters'] ?? []) as {
          name: string;
          in: string;
          required?: boolean;
        }[];
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
        expect(operation).toMatchObject({
          summary: expect.stringMatching(/^\p{Lu}/u),
          responses: { default: expect.anything() },
        });
        expect(Object.keys(operation['responses'] as object).some((status) => /^20\d$/.test(status))).toBe(
          true,
        );
      }
    }
  });

  test('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(openApi());
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      let found: unknown = openApi();
      for (const step of reference.split('/')) found = Reflect.get(Object(found), step);
      expect({ reference, found }).toMatchObject({ found: expect.anything() });
    }
  });
});

/** The layers of Express's router, down to the routes: `get /api/summits/:summit`. */
function routesOf(router: Router | Express['router'], prefix: string): string[] {
  return router.stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (route !== undefined) {
      const methods = [...new Set(route.stack.map(({ method }) => method))];
      return methods.map((method) => `${method} ${prefix}${route.path}`);
    }
    const mounted: unknown = Reflect.get(layer, 'rawPath');
    const path = typeof mounted === 'string' && mounted !== '/' ? prefix + mounted : prefix;
    return 'stack' in handle ? routesOf(handle as unknown as Router, path) : [];
  });
}
