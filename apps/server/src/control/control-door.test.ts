import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { leaveAddress, type ControlAddress } from './control-file.ts';

let server: TestServer;
let file: string;
let door: ControlAddress;

beforeEach(async () => {
  server = await startTestServer();
  file = join(server.dataDir, 'control.json');
  // The server wrote it.
  door = JSON.parse(readFileSync(file, 'utf8')) as ControlAddress;
});

afterEach(async () => {
  await server.stop();
});

async function command(body: unknown, authorization = `Bearer ${door.key}`) {
  const headers = { authorization, 'accept-language': 'en' };
  return ask(door.port, { method: 'POST', path: '/command', headers, body });
}

describe('the control door', () => {
  test('runs commands for whoever has the key', async () => {
    const answer = await command({ name: 'summits', args: { lang: 'fr' } });
    expect(answer).toMatchObject({ status: 200, json: { summits: [{ slug: server.summit.slug }] } });
  });

  test.each(['', 'Bearer ', 'Bearer x', `Bearer ${'A'.repeat(43)}`])(
    'is closed to %j, without a word',
    async (authorization) => {
      const answer = await command({ name: 'summits', args: { lang: 'fr' } }, authorization);
      expect(answer).toMatchObject({ status: 401, text: '' });
    },
  );

  test('an invitation’s token opens nothing', async () => {
    const { token } = await server.invite('organiser');
    expect((await command({ name: 'summits', args: { lang: 'fr' } }, `Bearer ${token}`)).status).toBe(401);
  });

  test('the key is for this account alone, and gone when the server has left', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await server.stop();
    expect(existsSync(file)).toBe(false);
  });

  test('what a killed server left is replaced, its permissions too', async () => {
    const left = join(server.dataDir, 'left.json');
    writeFileSync(left, '{"port":1,"key":"old"}', { mode: 0o644 });
    const remove = leaveAddress(left, { port: 2, key: 'new' });
    expect(JSON.parse(readFileSync(left, 'utf8'))).toEqual({ port: 2, key: 'new' });
    expect(statSync(left).mode & 0o777).toBe(0o600);
    expect(existsSync(`${left}.partial`)).toBe(false);
    remove();
    expect(existsSync(left)).toBe(false);
  });

  test('is not behind the public port', async () => {
    const headers = { authorization: `Bearer ${door.key}` };
    const body = { name: 'summits', args: { lang: 'fr' } };
    for (const path of ['/command', '/api/command'])
      expect((await ask(server.port, { method: 'POST', path, headers, body })).status).toBe(404);
  });

  test('listens on this machine alone', async (context) => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    if (outside === undefined) return context.skip('this machine has no address but its own');
    const asked = ask(door.port, { path: '/', host: outside });
    await expect(asked).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.each([
    [{ name: 'summits', args: {} }, 'request-malformed', 400],
    [{ name: 'dance', args: {} }, 'request-malformed', 400],
    [{ name: 'constructor', args: {} }, 'request-malformed', 400],
    [{ args: {} }, 'request-malformed', 400],
    ['{', 'request-malformed', 400],
    [{ name: 'groups', args: { summit: 'nowhere', lang: 'en' } }, 'summit-unknown', 404],
  ])('%j is answered with %s', async (body, code, status) => {
    expect((await command(body)).json).toMatchObject({ code, status });
  });

  test('what the store has to say is said to the operator', async () => {
    const answer = await command({ name: 'backup', args: { file } });
    expect(answer.json).toMatchObject({
      code: 'internal',
      detail: `${file} exists already. Give another name; a backup replaces nothing.`,
    });
  });

  test('a command that runs while the server leaves is answered', async () => {
    const backup = join(server.dataDir, 'while-leaving.backup');
    const asked = command({ name: 'backup', args: { file: backup } });
    // The request is on its way in before the door is told to close.
    await command({ name: 'summits', args: { lang: 'fr' } });
    const left = server.stop();
    expect((await asked).json).toEqual({ file: backup });
    await left;
  });
});
