import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { runCommand, type CommandContext } from '@plenary/operations';
import { problemHandler } from '../http/problem.ts';
import type { Log } from '../telemetry.ts';

/** A report or an imported file travels inside the JSON as base64. */
const MOST_COMMAND = '64mb';

export interface ControlDoor {
  close(): Promise<void>;
}

/**
 * The way in for the command line while the server holds the data folder: a second listener, on the loopback
 * address alone, open to whoever can read `control.json` in that folder. It is never behind the public port.
 */
export async function openControlDoor(
  context: CommandContext,
  dataDir: string,
  log: Log,
): Promise<ControlDoor> {
  const key = randomBytes(32).toString('base64url');
  const expected = Buffer.from(`Bearer ${key}`);
  const app = express();
  app.use((request, response, next) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) next();
    else response.status(401).end();
  });
  app.use(express.json({ limit: MOST_COMMAND }));
  app.post('/command', async (request, response) => {
    const { name, args }: { name?: unknown; args?: unknown } = Object(request.body);
    const result: unknown = await runCommand(context, typeof name === 'string' ? name : '', args);
    response.json(result ?? null);
  });
  app.use(problemHandler(log));

  const server = createServer(app);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  // A TCP listener always answers with an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const file = join(dataDir, 'control.json');
  writeFileSync(file, `${JSON.stringify({ port, key })}\n`, { mode: 0o600 });
  return {
    async close() {
      rmSync(file, { force: true });
      server.closeAllConnections();
      await new Promise<void>((done) => {
        server.close(() => done());
      });
    },
  };
}
