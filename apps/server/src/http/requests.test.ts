import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { operations } from './openapi.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer({ publicUrl: 'https://summit.example' });
  cookie = await server.enter('organiser');
});

afterAll(async () => {
  await server.stop();
});

describe('a request that changes something', () => {
  const changing = operations.filter(({ method }) => method !== 'get');
  const paths = changing.map(({ method, path }) => ({ method: method.toUpperCase(), path }));
  const concrete = (path: string): string =>
    path
      .replace('{summit}', server.summit.id)
      .replace('{group}', server.summit.first)
      .replace('{invitation}', 'inowhere');

  test('there are some', () => {
    expect(paths.length).toBeGreaterThanOrEqual(6);
  });

  describe.each(paths)('$method $path', ({ method, path }) => {
    test.each([
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'nonsense' },
      { origin: 'http://summit.example' },
      { origin: 'https://summit.example.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ])('%j is refused', async (foreign) => {
      const answer = await ask(server.port, {
        method,
        path: concrete(path),
        headers: { cookie, ...foreign },
        body: {},
      });
      expect(answer.json).toMatchObject({ code: 'origin-foreign', status: 403 });
    });

    test.each([{ origin: 'https://summit.example', 'sec-fetch-site': 'same-origin' }, {}])(
      '%j may ask',
      async (own) => {
        const answer = await ask(server.port, {
          method,
          path: concrete(path),
          headers: { cookie, ...own },
          body: {},
        });
        expect(answer.json).not.toMatchObject({ code: 'origin-foreign' });
      },
    );
  });

  test('the address it was reached by is its own, whatever links say', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    const answer = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      headers: { origin },
      body: {},
    });
    expect(answer.json).toMatchObject({ code: 'request-malformed' });
  });
});

describe('a body', () => {
  test.each([
    ['{"code":', 'not JSON', 400, 'request-malformed'],
    ['"text"', 'a text', 400, 'request-malformed'],
    ['[]', 'a list', 400, 'request-malformed'],
    ['{}', 'empty', 400, 'request-malformed'],
    ['{"code":"A","token":"B","name":"Ada"}', 'code and token', 400, 'request-malformed'],
    ['{"code":{"$gt":""},"name":"Ada"}', 'an object as code', 400, 'request-malformed'],
    [`{"code":"A","name":"${'x'.repeat(1100 * 1024)}"}`, 'too large', 413, 'request-too-large'],
  ])(
    '%#: %s',
    async (body, _what, status, code) => {
      const answer = await ask(server.port, { method: 'POST', path: '/api/join', body });
      expect(answer.json).toMatchObject({ status, code });
    },
    20_000,
  );

  test('that is not said to be JSON is told what is missing', async () => {
    const answer = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      headers: { 'content-type': 'text/plain', 'accept-language': 'en' },
      body: '{"code":"A","name":"Ada"}',
    });
    expect(answer.json).toMatchObject({
      detail:
        'The request is malformed: there is no JSON in it. Send an object with the header Content-Type: application/json.',
    });
  });

  test('names the field, and repeats nothing of what was sent', async () => {
    const answer = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      headers: { 'accept-language': 'en' },
      body: { code: 'ABCDEFGH', name: { secret: 'Ada' } },
    });
    expect(answer.json).toMatchObject({ detail: expect.stringContaining('the field “name”') });
    expect(answer.text).not.toMatch(/Ada|secret/);
  });
});

describe('the language of a problem', () => {
  test.each([
    ['fr', 'fr', 'Ce sommet n’existe pas ici.'],
    ['en', 'en', 'There is no such summit here.'],
    ['de, en;q=0.5', 'en', 'There is no such summit here.'],
    ['en;q=0.4, fr;q=0.9', 'fr', 'Ce sommet n’existe pas ici.'],
    ['de', 'fr', 'Ce sommet n’existe pas ici.'],
  ])('Accept-Language: %s → %s', async (accepted, lang, sentence) => {
    const answer = await ask(server.port, {
      path: '/api/summits/nowhere',
      headers: { 'accept-language': accepted },
    });
    expect(answer.headers['content-language']).toBe(lang);
    expect(answer.json).toMatchObject({
      type: 'urn:plenary:problem:summit-unknown',
      detail: expect.stringContaining(sentence),
    });
  });
});

describe('the session cookie', () => {
  const join = async (port: number, code: string) =>
    ask(port, { method: 'POST', path: '/api/join', body: { code, name: `Ada ${code}` } });

  test('is out of reach of scripts and other sites, and behind https never sent without it', async () => {
    const { code } = await server.invite('participant');
    const { headers } = await join(server.port, code);
    expect(headers['set-cookie']).toHaveLength(1);
    expect(headers['set-cookie']![0]).toMatch(
      /^plenary_s\w+=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('works over plain http in a suitcase', async () => {
    const suitcase = await startTestServer({ publicUrl: 'http://192.168.1.20:3000' });
    const { code } = await suitcase.invite('participant');
    const { headers } = await join(suitcase.port, code);
    await suitcase.stop();
    expect(headers['set-cookie']![0]).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  test('keeps a browser one person in each of several summits', async () => {
    const second = await server.addSummit();
    const both = `${cookie}; ${await server.enter('reader', undefined, second.id)}`;
    const me = async (summit: string) =>
      ask(server.port, { path: `/api/me?summit=${summit}`, headers: { cookie: both } });
    expect((await me(server.summit.slug)).json).toMatchObject({
      person: { memberships: [{ role: 'organiser' }] },
    });
    expect((await me(second.id)).json).toMatchObject({ person: { memberships: [{ role: 'reader' }] } });
  });

  test('joining again keeps the person and sets none', async () => {
    const { code } = await server.invite('rapporteur', server.summit.first);
    const answer = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      headers: { cookie },
      body: { code, name: '' },
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.json).toMatchObject({
      person: { memberships: [{ role: 'organiser' }, { role: 'rapporteur', group: server.summit.first }] },
      group: server.summit.first,
    });
  });
});

describe('joining', () => {
  test.each([
    [{ name: '' }, 'name-empty'],
    [{ name: 'x'.repeat(61) }, 'name-too-long'],
    [{ code: 'ZZZZZZZZ' }, 'code-unknown'],
    [{ code: '' }, 'code-unknown'],
  ])('%j is answered with %s', async (changed, code) => {
    const invitation = await server.invite('participant');
    const body = { code: invitation.code, name: 'Grace', ...changed };
    const answer = await ask(server.port, { method: 'POST', path: '/api/join', body });
    expect(answer.json).toMatchObject({ code });
  });

  test('under a taken name, or with a revoked code, is refused with a sentence', async () => {
    const { id, code } = await server.invite('participant');
    const body = { code, name: 'Élodie Martin' };
    await ask(server.port, { method: 'POST', path: '/api/join', body });
    const taken = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      body: { code, name: 'ÉLODIE MARTIN' },
    });
    expect(taken.json).toMatchObject({ code: 'name-taken', status: 409 });
    const path = `/api/summits/${server.summit.id}/invitations/${id}`;
    await ask(server.port, { method: 'DELETE', path, headers: { cookie } });
    const revoked = await ask(server.port, {
      method: 'POST',
      path: '/api/join',
      body: { code, name: 'Zoé' },
    });
    expect(revoked.json).toMatchObject({ code: 'invitation-revoked', status: 410 });
  });
});

describe('headers', () => {
  test('let a page load from this server alone, tell no other site its address, and never sniff', async () => {
    const { headers } = await ask(server.port, { path: '/api/summits' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'no-store',
    });
    const policy = headers['content-security-policy'];
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('never force https where there is none', async () => {
    const plain = await startTestServer();
    const { headers } = await ask(plain.port, { path: '/healthz' });
    await plain.stop();
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('HEAD', () => {
  test.each(['/healthz', '/api/summits', '/api/summits/:s/events', '/api/summits/:s/report'])(
    '%s ends, without a body',
    async (path) => {
      const answer = await ask(server.port, {
        method: 'HEAD',
        path: path.replace(':s', server.summit.id),
        headers: { cookie },
      });
      expect([answer.status, answer.text]).toEqual([200, '']);
    },
  );
});

describe('a bearer token', () => {
  test('is taken before a cookie, and an unknown one is nobody', async () => {
    const path = `/api/summits/${server.summit.id}`;
    const authorization = `Bearer ${'x'.repeat(43)}`;
    const answer = await ask(server.port, { path, headers: { cookie, authorization } });
    expect(answer.json).toMatchObject({ code: 'session-missing' });
  });
});
