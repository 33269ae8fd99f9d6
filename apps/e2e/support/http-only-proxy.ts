import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A network in front of a server, as some firms and hotels have it. */
export interface HttpOnlyProxy {
  readonly url: string;
  /** How many WebSockets were asked for, and refused. */
  readonly refused: number;
  close(): void;
}

/** Passes requests and streams on, and no WebSocket. */
export async function startHttpOnlyProxy(server: string): Promise<HttpOnlyProxy> {
  const { hostname, port } = new URL(server);
  let refused = 0;
  const proxy = createServer((asked, answer) => {
    const { headers, method, url } = asked;
    const onward = request({ host: hostname, port, path: url, method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on('error', () => answer.destroy());
    });
    onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  proxy.on('upgrade', (_request, socket) => {
    refused += 1;
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // A TCP listener always answers with an AddressInfo.
  const address = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    get refused() {
      return refused;
    },
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
