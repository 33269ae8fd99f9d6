import { test as base } from '@playwright/test';
import { startNetwork, type Network } from './network.ts';
import { startServer, type TestServer } from './server.ts';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** A real server of this test's own, with the sample summit in it. */
  readonly server: TestServer;
  /** A network in front of that server, which carries everything until it is told otherwise. */
  readonly network: Network;
  /** Opens a browser for one more person on that server. */
  readonly visit: (options?: VisitorOptions) => Promise<Visitor>;
}

/**
 * Every test gets a server of its own. When it ends, no browser may have reported a warning or an error that the
 * test did not provoke, and none may have asked anything of another machine.
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  network: async ({ server }, use) => {
    const network = await startNetwork(server.url);
    await use(network);
    network.close();
  },
  visit: async ({ browser, server }, use) => {
    const visitors: Visitor[] = [];
    await use(async (options) => {
      const visitor = await openVisitor(browser, options?.through ?? server.url, options);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.context.close();
    base.expect(visitors.flatMap(({ watch }) => watch.troubles())).toEqual([]);
    base.expect(visitors.flatMap(({ watch }) => watch.outside())).toEqual([]);
  },
});
