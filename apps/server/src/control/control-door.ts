import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { runCommand, type CommandContext } from '@plenary/operations';
import { bodyOf } from '../http/body.ts';
import { asProblem, langOf, problemHandler } from '../http/problem.ts';
import type { Log } from '../telemetry.ts';
import { leaveAddress } from './control-file.ts';

/** A report or an imported file travels inside the JSON as base64. */
const MOST_COMMAND = '64mb';

const commandRequest = z.object({ name: z.string(), args: z.unknown() });

export interface ControlDoor {
  readonly port: number;
  /** Lets nobody in any more; resolves when the commands that run have been answered. */
  close(): Promise<void>;
  /** Ends what still runs. */
  cut(): void;
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
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyWith(key));
  app.use(express.json({ limit: MOST_COMMAND }));
  app.post('/command', async (request, response) => {
    const { name, args } = bodyOf(request, commandRequest);
    const result = await runCommand(context, name, args);
    response.json(result ?? null);
  });
  app.use((_request, response) => {
    response.status(404).end();
  });
  app.use(tellOperator);
  app.use(problemHandler(log));

  const server = createServer(app);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  // A TCP listener always answers with an AddressInfo.
  const { port } = server.address() as AddressInfo;
  let remove: () => void;
  try {
    remove = leaveAddress(join(dataDir, 'control.json'), { port, key });
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    port,
    async close() {
      remove();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      });
    },
    cut: () => server.closeAllConnections(),
  };
}

function onlyWith(key: string) {
  const expected = Buffer.from(`Bearer ${key}`);
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) next();
    else response.status(401).end();
  };
}

/** Whoever owns the machine may read the sentence as it is: “… exists already. Give another name.” */
function tellOperator(error: unknown, request: Request, response: Response, next: NextFunction): void {
  const lang = langOf(request);
  if (
    !(error instanceof Error) ||
    error.constructor !== Error ||
    asProblem(error, lang).code !== 'internal'
  ) {
    next(error);
    return;
  }
  const problem = { type: 'urn:plenary:problem:internal', code: 'internal', title: 'internal', status: 500 };
  response
    .status(500)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, detail: error.message }));
}
