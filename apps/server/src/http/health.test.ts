import { readdirSync, readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { COUNTS, createMeter, MEASURES } from '../room-metrics.ts';
import { ask } from '../../fixtures/request.ts';
import { startTestServer } from '../../fixtures/server.ts';
import { openWriter } from '../../fixtures/writer.ts';

describe('health', () => {
  test('the process answers as long as it lives, and is ready as long as the store answers', async () => {
    const server = await startTestServer();
    // The folder is closed below, which cannot be done twice.
    onTestFinished(() => server.stop().catch(() => undefined));
    expect((await ask(server.port, { path: '/healthz' })).json).toEqual({ ok: true });
    expect((await ask(server.port, { path: '/readyz' })).json).toEqual({ ok: true });
    await server.composition.data.close();
    expect(await ask(server.port, { path: '/healthz' })).toMatchObject({ status: 200, json: { ok: true } });
    expect(await ask(server.port, { path: '/readyz' })).toMatchObject({ status: 503, json: { ok: false } });
    const answer = await ask(server.port, { path: '/api/summits', headers: { 'accept-language': 'en' } });
    expect(answer.json).toMatchObject({ code: 'storage-failed', status: 503 });
  });
});

describe('metrics', () => {
  test('count connections, rooms, commits in seconds, refusals, requests and the delay of the event loop', async () => {
    const server = await startTestServer();
    onTestFinished(() => server.stop());
    const cookie = await server.enter('participant', server.summit.first);
    const reader = await server.enter('reader');
    const writer = openWriter({ ...server, group: server.summit.first, headers: { cookie }, plenary: true });
    await writer.synced;
    await writer.acknowledgement(writer.write('Bonjour'));
    const refused = openWriter({ ...server, group: server.summit.first, headers: { cookie: reader } });
    await refused.synced;
    refused.write('Non');
    await refused.closed;
    const { text, headers } = await ask(server.port, { path: '/metrics' });
    writer.close();
    expect(headers['content-type']).toContain('text/plain');
    for (const line of [
      /^plenary_sync_connections 1$/m,
      /^plenary_sync_rooms 1$/m,
      /^plenary_sync_commit_seconds_count 1$/m,
      /^plenary_sync_commit_seconds_bucket\{le="0.25"\} 1$/m,
      /^plenary_sync_commit_updates_sum 1$/m,
      /^plenary_sync_load_seconds_count 1$/m,
      /^plenary_sync_rejected_total\{reason="read-only"\} 1$/m,
      /^plenary_sync_closed_total\{code="4403"\} 1$/m,
      /^plenary_sync_commit_failed_total 0$/m,
      /^plenary_sync_marker_seconds_count 1$/m,
      /^plenary_sync_uncommitted_updates 0$/m,
      /^plenary_sync_rooms_with_pending_structs 0$/m,
      /^plenary_sync_longest_tail_updates 2$/m,
      /^plenary_sync_oldest_marker_seconds 0$/m,
      /^plenary_sync_most_buffered_bytes 0$/m,
      /^plenary_http_streams 0$/m,
      /^plenary_http_request_seconds_count\{method="POST",route="\/api\/join",status="200"\} 2$/m,
      /^plenary_nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toContain(server.summit.id);
    expect(text).not.toContain(server.summit.first);
  });

  test('have a name for everything that the rooms count', () => {
    const folder = new URL('../../../../packages/sync/src/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((file) => !/test/.test(file))
      .map((file) => (file.endsWith('.ts') ? readFileSync(new URL(file, folder), 'utf8') : ''))
      .join('\n');
    const named = (method: string) =>
      new Set([...sources.matchAll(new RegExp(`eter\\.${method}\\('(\\w+)'`, 'g'))].map(([, name]) => name));
    expect(named('count')).toEqual(new Set(Object.keys(COUNTS)));
    expect(named('observe')).toEqual(new Set([...Object.keys(MEASURES), 'rooms']));
  });

  test('a count nobody named is dropped, not a reason to fall', () => {
    const meter = createMeter(new Registry());
    expect(() => meter.count('new_thing', { why: 'x' })).not.toThrow();
    expect(() => meter.observe('new_measure', 1)).not.toThrow();
  });
});
