import { formatIds } from '@plenary/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.enter('organiser');
});

afterAll(async () => {
  await server.stop();
});

const FILES: Readonly<Record<string, readonly [mediaType: string, ending: string, holds: string]>> = {
  md: ['text/markdown', 'md', '# Petit sommet'],
  html: ['text/html', 'html', '<html lang="fr"'],
  json: ['application/json', 'json', '"plenary": 1'],
};

describe('the report', () => {
  test('every format is tried here', () => {
    expect(Object.keys(FILES).toSorted()).toEqual([...formatIds].toSorted());
  });

  test.each(Object.entries(FILES))('as %s is a file to keep', async (format, [mediaType, ending, holds]) => {
    const path = `/api/summits/${server.summit.slug}/report?format=${format}&lang=fr`;
    const answer = await ask(server.port, { path, headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(`${mediaType}; charset=utf-8`);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename=${server.summit.slug}.${ending}`,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain(holds);
  });

  test('speaks the language that was asked for, else the browser’s', async () => {
    const path = `/api/summits/${server.summit.slug}/report?format=html`;
    const lang = async (query: string, accepted: string) => {
      const headers = { cookie, 'accept-language': accepted };
      const { text } = await ask(server.port, { path: path + query, headers });
      return /<html lang="(\w+)"/.exec(text)?.[1];
    };
    expect(await lang('&lang=en', 'fr')).toBe('en');
    expect(await lang('', 'en')).toBe('en');
    expect(await lang('', 'de')).toBe('fr');
  });

  test('in an unknown format is refused, naming those there are', async () => {
    const path = `/api/summits/${server.summit.slug}/report?format=papyrus`;
    const answer = await ask(server.port, { path, headers: { cookie, 'accept-language': 'en' } });
    expect(answer.json).toMatchObject({
      code: 'format-unknown',
      detail: `There is no format “papyrus”. Choose one of: ${formatIds.join(', ')}.`,
    });
  });
});
