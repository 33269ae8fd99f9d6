import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openControlDoor } from './control/control-door.ts';
import type { Composition } from './compose.ts';
import { createApp } from './http/app.ts';
import { createEvents } from './http/events.ts';
import { VITALS } from './room-metrics.ts';
import { acceptSockets, asksForSocket } from './ws/upgrade.ts';

/** Requests, sockets and streams that have not ended by then are cut. */
const LEAVE_WITHIN_MS = 5000;

export interface RunningServer {
  readonly port: number;
  /** Stops accepting, flushes every edit that was received, closes and leaves. Runs once; later calls wait for it. */
  stop(): Promise<void>;
}

/** Listens. Rejects with Node's own error when the port cannot be had, or `control.json` not be written. */
export async function startServer(composition: Composition): Promise<RunningServer> {
  const { config, context, data, exports, log, telemetry } = composition;
  const events = createEvents(composition);
  const server = createServer({ shouldUpgradeCallback: asksForSocket }, createApp(composition, events));
  const sockets = acceptSockets(server, composition);
  telemetry.gauge('plenary_sync_connections', 'Open sockets.', () => sockets.count);
  for (const { of, name, help, scale } of VITALS)
    telemetry.gauge(`plenary_sync_${name}`, help, () => context.rooms.vitals()[of] * scale);
  telemetry.gauge('plenary_http_streams', 'Open streams of server-sent events.', () => events.count);
  const abandon = (): void => {
    events.close();
    sockets.close();
    server.close();
  };
  let door;
  try {
    await listen(server, config.port, config.host);
    const changed = (summit: string): void => events.programmeChanged(summit);
    door = await openControlDoor({ ...context, data, changed }, config.dataDir, log);
  } catch (error) {
    abandon();
    throw error;
  }

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((done) => {
      server.close(() => done());
    });
    const cut = setTimeout(() => {
      server.closeAllConnections();
      sockets.cut();
      door.cut();
    }, LEAVE_WITHIN_MS);
    const shut = door.close();
    events.close();
    sockets.handOver();
    await Promise.all([context.rooms.drain(), exports.close()]);
    sockets.close();
    server.closeIdleConnections();
    await Promise.all([closed, shut]);
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
