import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { endOf, freePort, lineOf } from './processes.ts';

/** A process that runs this program and is gone after the test. */
function program(source: string): ChildProcess {
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

test('a free port can be listened on', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(server.address()).toMatchObject({ port });
  server.close();
});

test('a process is heard until it says what was waited for, and ends when told to', async () => {
  const child = program('console.log("one\\nport 42"); setInterval(() => console.log("more"), 1)');
  expect(await lineOf(child, (line) => /port (\d+)/.exec(line)?.[1])).toBe('42');
  expect(await endOf(child, 'SIGKILL')).toBeNull();
  expect(await endOf(child, 'SIGKILL')).toBeNull();
});

test('a process that ends by itself gives its exit code, and its last words when it was never ready', async () => {
  const child = program('console.error("no such folder"); process.exitCode = 3');
  await expect(lineOf(child, (line) => line)).rejects.toThrow('no such folder');
  expect(await endOf(child)).toBe(3);
});
