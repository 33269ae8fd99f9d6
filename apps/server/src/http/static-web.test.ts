import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { createApp } from './app.ts';
import { createEvents } from './events.ts';

let server: TestServer;
let port: number;
let folder: string;
const http = createServer();

beforeAll(async () => {
  server = await startTestServer();
  // Some machines keep checkouts below a folder with a dot; the pages must be found all the same.
  folder = join(mkdtempSync(join(tmpdir(), 'plenary-web-')), '.checkout', 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Plenary</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-a1b2.js'), 'export {};');
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
  const composition = { ...server.composition, webFolder: folder };
  const events = createEvents(composition);
  events.close();
  http.on('request', createApp(composition, events));
  await new Promise<void>((done) => {
    http.listen(0, '127.0.0.1', done);
  });
  // A TCP listener always answers with an AddressInfo.
  ({ port } = http.address() as AddressInfo);
});

afterAll(async () => {
  await new Promise<void>((done) => {
    http.close(() => done());
  });
  await server.stop();
  rmSync(join(folder, '..', '..'), { recursive: true });
});

describe('the pages', () => {
  test.each([
    '/',
    '/join/ABCDEFGH',
    '/s/petit-sommet',
    '/s/petit-sommet/g/g123/review',
    '/s/petit-sommet/report',
  ])('%s is the application', async (path) => {
    const answer = await ask(port, { path, headers: { accept: 'text/html' } });
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
    expect(answer.text).toContain('<title>Plenary</title>');
  });

  test('built files never change, others may', async () => {
    const built = await ask(port, { path: '/assets/index-a1b2.js' });
    expect(built.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(built.headers['content-type']).toContain('text/javascript');
    expect((await ask(port, { path: '/favicon.svg' })).headers['cache-control']).toBe('public, max-age=3600');
  });

  test.each([
    ['/assets/gone.js', {}],
    ['/assets/%E0', {}],
    ['/s/%E0%A4%A', { accept: 'application/json' }],
    ['/sync/g123', { accept: 'text/html' }],
    ['/missing.json', { accept: 'application/json' }],
  ])('%s %j is not there', async (path, headers) => {
    const answer = await ask(port, { path, headers });
    expect(answer.json).toMatchObject({ code: 'page-unknown', status: 404 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s on a page is nothing', async (method) => {
    for (const path of ['/', '/s/petit-sommet', '/assets/index-a1b2.js'])
      expect((await ask(port, { method, path })).json).toMatchObject({ code: 'page-unknown' });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '//secret.txt',
    '/.checkout/../../secret.txt',
  ])('%s leads nowhere else', async (path) => {
    const answer = await ask(port, { path });
    expect(answer.text).not.toContain('secret.txt');
    expect(answer.text).not.toMatch(/^secret$/);
    expect(answer.status).not.toBe(500);
  });

  test('an address with scheme and host is understood, as a proxy writes it', async () => {
    const answer = await ask(port, { path: `http://127.0.0.1:${port}/healthz` });
    expect(answer.json).toEqual({ ok: true });
  });

  test('what is not HTTP is answered with 400 and harms nobody', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('\u0016\u0003\u0001 nonsense\r\n\r\n'));
      let got = '';
      socket.on('data', (chunk) => (got += chunk.toString()));
      socket.on('close', () => resolve(got));
    });
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect((await ask(port, { path: '/healthz' })).status).toBe(200);
  });
});
