import { DEFAULT_PLAN } from '@plenary/programme';
import { planView } from '@plenary/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

describe('the plan of the report', () => {
  test('is read and changed by an organiser, one version after the other', async () => {
    const cookie = await server.enter('organiser');
    const path = `/api/summits/${server.summit.slug}/plan`;
    const read = await ask(server.port, { path, headers: { cookie } });
    expect(planView.parse(read.json)).toMatchObject({ version: 0, plan: DEFAULT_PLAN });
    const leftOut = [server.summit.first];
    const body = { version: 0, plan: { ...DEFAULT_PLAN, groups: { ...DEFAULT_PLAN.groups, leftOut } } };
    const changed = await ask(server.port, { method: 'PUT', path, headers: { cookie }, body });
    expect(changed.json).toMatchObject({ version: 1, plan: { groups: { leftOut } } });
    const late = await ask(server.port, { method: 'PUT', path, headers: { cookie }, body });
    expect({ status: late.status, json: late.json }).toMatchObject({
      status: 409,
      json: { code: 'plan-moved-on' },
    });
  });

  test('that is none is refused, naming what is wrong with it', async () => {
    const cookie = await server.enter('organiser');
    const path = `/api/summits/${server.summit.slug}/plan`;
    const body = { version: 0, plan: { ...DEFAULT_PLAN, look: { accent: 'red' } } };
    const headers = { cookie, 'accept-language': 'en' };
    const answer = await ask(server.port, { method: 'PUT', path, headers, body });
    expect(answer.json).toMatchObject({ code: 'request-malformed' });
    expect(answer.text).toContain('plan.look.accent');
  });

  test('is no business of participants', async () => {
    const cookie = await server.enter('participant');
    const path = `/api/summits/${server.summit.slug}/plan`;
    const answer = await ask(server.port, { path, headers: { cookie } });
    expect(answer.status).toBe(403);
  });
});
