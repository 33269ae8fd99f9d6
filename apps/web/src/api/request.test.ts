// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { request, requestJson } from './request.ts';

const answering = (body: string, status: number) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Promise.resolve(new Response(body, { status }))),
  );

afterEach(() => vi.unstubAllGlobals());

describe('requests', () => {
  it('ask in the language of the page', async () => {
    answering('{}', 200);
    document.documentElement.lang = 'en';
    await requestJson('/me');
    expect(fetch).toHaveBeenCalledWith(
      '/api/me',
      expect.objectContaining({ headers: expect.objectContaining({ 'Accept-Language': 'en' }) }),
    );
  });

  it('fail with the sentence of the server', async () => {
    answering(JSON.stringify({ code: 'forbidden', detail: 'Your invitation does not allow this.' }), 403);
    await expect(request('/x')).rejects.toMatchObject({
      code: 'forbidden',
      detail: 'Your invitation does not allow this.',
    });
  });

  it.each([
    ['a captive portal', '<html>Log in to the Wi-Fi</html>', 200],
    ['a proxy', 'Bad gateway', 502],
    ['something that is no problem', '{"error": 1}', 500],
  ])('take the answer of %s for none', async (_who, body, status) => {
    answering(body, status);
    await expect(requestJson('/x')).rejects.toMatchObject({ code: 'unreachable', detail: undefined });
  });

  it('fail as unreachable without a network', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('failed'))),
    );
    await expect(request('/x')).rejects.toMatchObject({ code: 'unreachable' });
  });
});
