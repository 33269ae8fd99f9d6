import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSummit, invite } from '@plenary/operations';
import type { Role } from '@plenary/programme';
import type { Clock } from '@plenary/sync';
import { compose, type Composition } from './compose.ts';
import type { Config } from './config.ts';
import { startServer } from './server.ts';
import { ask } from './testing-request.ts';

/** A summit with two working groups. */
export interface TestSummit {
  readonly id: string;
  readonly slug: string;
  readonly first: string;
  readonly second: string;
}

/** A real server in this process, on a real database in a folder of its own. */
export interface TestServer {
  readonly port: number;
  readonly dataDir: string;
  readonly composition: Composition;
  readonly summit: TestSummit;
  /** Makes another summit. */
  addSummit(): Promise<TestSummit>;
  /** A new invitation's code, token and id. */
  invite(role: Role, group?: string, summit?: string): ReturnType<typeof invite>;
  /** Joins over HTTP as somebody with this role; the value of the `Cookie` header. */
  enter(role: Role, group?: string, summit?: string): Promise<string>;
  stop(): Promise<void>;
}

/** How a test server differs from one with real time on an address of its own. */
export interface TestServerOptions extends Partial<Pick<Config, 'publicUrl' | 'host'>> {
  readonly clock?: Clock;
}

export async function startTestServer({ clock, ...config }: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-server-'));
  const opened = await compose({
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://plenary.test',
    dataDir,
    logLevel: 'silent',
    ...config,
  });
  const composition = clock === undefined ? opened : { ...opened, clock };
  const { context } = composition;
  const server = await startServer(composition);
  const addSummit = async (): Promise<TestSummit> => {
    const { id, slug } = await createSummit(context, { programme: PROGRAMME });
    const [first, second] = (await context.summits.summit(id))?.groups ?? [];
    if (first === undefined || second === undefined) throw new Error('the programme has two groups');
    return { id, slug, first: first.id, second: second.id };
  };
  const summit = await addSummit();
  const inviteTo: TestServer['invite'] = (role, group, into = summit.id) =>
    invite(context, into, { role, group }, 'operator');
  return {
    port: server.port,
    dataDir,
    composition,
    summit,
    addSummit,
    invite: inviteTo,
    async enter(role, group, into) {
      const { code } = await inviteTo(role, group, into);
      const body = { code, name: `${role} ${randomBytes(6).toString('hex')}` };
      const { headers } = await ask(server.port, { method: 'POST', path: '/api/join', body });
      return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const PROGRAMME = JSON.stringify({
  version: '1.0',
  lang: 'fr',
  event: { id: 'petit-sommet', title: 'Petit sommet', city: 'Lyon', start: '2016-10-13', end: '2016-10-13' },
  days: [{ date: '2016-10-13', sessions: ['mesurer', 'grandir'] }],
  sessions: [
    { id: 'mesurer', kind: 'working-group', date: '2016-10-13', title: 'Mesurer', question: 'Que mesurer ?' },
    { id: 'grandir', kind: 'working-group', date: '2016-10-13', title: 'Grandir', question: 'Jusqu’où ?' },
  ],
});
