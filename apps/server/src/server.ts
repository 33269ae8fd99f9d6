import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openControlDoor } from './control/control-door.ts';
import type { Composition } from './compose.ts';
import { createApp } from './http/app.ts';
import { createEvents } from './http/events.ts';
import { acceptSockets } from './ws/upgrade.ts';

/** Sockets and streams that have not ended by then are cut. */
const LEAVE_WITHIN_MS = 5000;

export interface RunningServer {
  readonly port: number;
  /** Stops accepting, flushes every edit that was received, closes and leaves. Runs once; later calls wait for it. */
  stop(): Promise<void>;
}

/** Listens. Rejects with Node's own error when the port cannot be had. */
export async function startServer(composition: Composition): Promise<RunningServer> {
  const { config, context, data, log, telemetry } = composition;
  const events = createEvents(composition);
  const server = createServer(createApp(composition, events));
  const sockets = acceptSockets(server, composition);
  telemetry.gauge('plenary_sync_connections', 'Open sockets.', () => sockets.count);
  await listen(server, config.port, config.host);
  const door = await openControlDoor(
    { ...context, data, changed: (summit) => events.programmeChanged(summit) },
    config.dataDir,
    log,
  );

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((done) => {
      server.close(() => done());
    });
    const cut = setTimeout(() => server.closeAllConnections(), LEAVE_WITHIN_MS);
    await door.close();
    events.close();
    await context.rooms.drain();
    sockets.close();
    server.closeIdleConnections();
    await closed;
    clearTimeout(cut);
    await data.close();
  };
  // A TCP listener always answers with an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return { port, stop: () => (stopped ??= stop()) };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}
