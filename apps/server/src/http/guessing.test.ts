import { describe, expect, onTestFinished, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer } from '../../fixtures/server.ts';
import { WRONG_CODES_A_MINUTE } from './guessing.ts';

describe('guessing codes', () => {
  test('a hall that joins at once is let in; after too many wrong codes nobody guesses on', async () => {
    const server = await startTestServer();
    onTestFinished(() => server.stop());
    const { code } = await server.invite('participant');
    const look = async (what: string) =>
      ask(server.port, { path: `/api/join/${what}`, headers: { 'accept-language': 'en' } });

    const hall = await Promise.all(Array.from({ length: WRONG_CODES_A_MINUTE + 50 }, () => look(code)));
    expect(new Set(hall.map(({ status }) => status))).toEqual(new Set([200]));

    for (let wrong = 0; wrong < WRONG_CODES_A_MINUTE; wrong += 1) {
      expect((await look('ZZZZZZZZ')).status).toBe(404);
    }
    const guess = await look('ZZZZZZZZ');
    expect(guess.json).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(guess.headers['retry-after']).toBe('60');
    // A right guess must not be told apart either.
    expect((await look(code)).status).toBe(429);
    const cookie = { cookie: 'plenary_x=y' };
    expect((await ask(server.port, { path: '/api/summits', headers: cookie })).status).toBe(200);
  }, 30_000);
});
