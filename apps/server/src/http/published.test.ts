import { appendBlocks } from '@plenary/document';
import { publishReport, unpublishReport } from '@plenary/operations';
import { p } from '@plenary/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type TestResponse } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;

const HOSTILE = `</style><style>*{display:none}</style><script src="//evil.example/x.js"></script>`;

beforeAll(async () => {
  server = await startTestServer();
  const { context } = server.composition;
  await context.rooms.edit(server.summit.first, 'system:import', (doc) =>
    appendBlocks(doc, [p(HOSTILE)], context.blocks),
  );
  await publishReport(context, server.summit.id, { langs: ['fr', 'en'], findable: false }, 'operator');
});

afterAll(async () => {
  await server.stop();
});

async function read(path = '', headers: Record<string, string> = {}): Promise<TestResponse> {
  return ask(server.port, { path: `/r/${server.summit.slug}${path}`, headers });
}

describe('a published report', () => {
  test('needs no session, and speaks the language of its address', async () => {
    for (const [path, lang] of [
      ['', 'fr'],
      ['/fr', 'fr'],
      ['/en', 'en'],
    ] as const) {
      const answer = await read(path, { 'accept-language': 'de' });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html;charset=utf-8');
      expect(answer.text).toContain(`<html lang="${lang}"`);
    }
  });

  test('is asked for again every time, and sent only where it is another', async () => {
    const first = await read();
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = await read('', { 'if-none-match': String(first.headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await read('/en', { 'if-none-match': String(first.headers['etag']) })).status).toBe(200);
  });

  test('runs this server’s script and its own one style, and nothing else', async () => {
    const { headers, text } = await read();
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/]{43}='; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(text.match(/<style/g)).toHaveLength(1);
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/reader.js">']);
    expect(text).toContain('&lt;/style&gt;&lt;style&gt;');
  });

  test('is not for search engines unless that was wished', async () => {
    for (const path of ['', '/fr', `/fr/${server.summit.slug}.md`])
      expect((await read(path)).headers['x-robots-tag']).toBe('noindex');
  });

  test('is taken away as a file that can run nothing', async () => {
    const answer = await read(`/fr/${server.summit.slug}.html`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename=${server.summit.slug}.html`);
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(answer.text).not.toContain('<script');
  });

  test('that is not there is said in a page to people and as a problem to programs', async () => {
    const page = await ask(server.port, {
      path: '/r/nowhere',
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(page.status).toBe(404);
    expect(page.text).toContain('<h1>This report is not published, or no longer is.');
    const problem = await ask(server.port, { path: '/r/nowhere', headers: { accept: 'application/json' } });
    expect(problem.json).toMatchObject({ status: 404, code: 'report-not-published' });
  });

  test('is gone for all once it is taken away, also for whoever kept a copy', async () => {
    const { headers } = await read('/en');
    await unpublishReport(server.composition.context, server.summit.id, 'operator');
    expect((await read('/en', { 'if-none-match': String(headers['etag']) })).status).toBe(404);
  });
});
