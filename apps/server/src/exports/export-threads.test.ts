import { readdirSync } from 'node:fs';
import { constants, getPriority, platform } from 'node:os';
import { blocks } from '@plenary/blocks';
import { appendBlocks } from '@plenary/document';
import { addPicture, type ExportJob, runExport } from '@plenary/operations';
import { drawing } from '@plenary/pictures/samples';
import { createMemoryStores } from '@plenary/storage';
import { createManualClock } from '@plenary/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportJob } from '../../fixtures/export-job.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { ExportGivenUp, ExportThreads } from './export-threads.ts';

const before = getPriority(process.pid);
let server: TestServer;
let job: ExportJob;

beforeAll(async () => {
  server = await startTestServer();
  job = await exportJob(server);
});
afterAll(() => server.stop());

/** Of a thread; the usual one where the thread has ended since it was listed. */
function priorityOf(thread: string): number {
  try {
    return getPriority(Number(thread));
  } catch {
    return constants.priority.PRIORITY_NORMAL;
  }
}

/** The pictures of a server that shows none. */
const NO_PICTURES = { pictures: createMemoryStores().pictures };
const newThreads = (clock = createManualClock()): ExportThreads => new ExportThreads(clock, NO_PICTURES);

describe('files made in a thread', () => {
  test('are those that would be made here, stage by stage', async () => {
    const threads = newThreads();
    const stages: string[] = [];
    const made = await threads.run(job, { onStage: (stage) => stages.push(stage) });
    const here = await runExport({ blocks, ...NO_PICTURES, now: () => 0 }, job);
    expect({ ...made, auditMs: 0 }).toEqual({ ...here, auditMs: 0 });
    expect(stages).toEqual(['waiting', 'writing', 'checking']);
    expect(threads.size).toBe(0);
    await threads.close();
  });

  test.runIf(platform() === 'linux')('come after those who type, where a core is short', async () => {
    const threads = newThreads();
    await threads.run(job, {});
    const priorities = readdirSync('/proc/self/task').map(priorityOf);
    expect(Math.max(...priorities)).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL);
    expect(getPriority(process.pid)).toBe(before);
    await threads.close();
  });

  test('fail with what a person can be told, and with what the program says where that is its own mistake', async () => {
    const threads = newThreads();
    const unknown = threads.run({ ...job, format: 'scroll' }, {});
    await expect(unknown).rejects.toMatchObject({ code: 'format-unknown', params: { format: 'scroll' } });
    const [first, ...others] = job.sources.documents;
    if (first === undefined) throw new Error('no document');
    const documents = [{ ...first, state: Uint8Array.of(1, 2, 3) }, ...others];
    const broken = threads.run({ ...job, sources: { ...job.sources, documents } }, {});
    await expect(broken).rejects.toThrow('Unexpected end of array');
    await expect(threads.run(job, {})).resolves.toMatchObject({ fileName: 'petit-sommet.html' });
    await threads.close();
  });

  test('show the pictures of the server, and fail where these cannot be read', async () => {
    const { context } = server.composition;
    const [{ group } = { group: '' }] = job.sources.documents;
    const { id } = await addPicture(context, server.summit.id, group, await drawing(40, 30), 'operator');
    const figure = { type: 'figure', attrs: { asset: id, alt: 'Le plan' } };
    await context.rooms.edit(group, 'ada', (doc) => appendBlocks(doc, [figure], blocks));
    const shown = await exportJob(server);
    const threads = new ExportThreads(createManualClock(), context);
    expect(await threads.run(shown, {})).toMatchObject({
      file: expect.stringMatching(/<img src="data:image\/png;base64,[^"]+" alt="Le plan"/),
    });
    await threads.close();
    const gone = async (): Promise<never> => Promise.reject(new Error('The store is closed.'));
    const without = new ExportThreads(createManualClock(), {
      pictures: { picture: gone, pictureTypes: gone },
    });
    await expect(without.run(shown, {})).rejects.toThrow('The store is closed.');
    await without.close();
  });

  test('are given up while they wait and while they are made, and the others come after', async () => {
    const clock = createManualClock();
    const threads = newThreads(clock);
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const begun = Promise.withResolvers<void>();
    const running = threads.run(job, {
      signal: first.signal,
      onStage: (stage) => void (stage === 'writing' && begun.resolve()),
    });
    const waiting = threads.run(job, { signal: second.signal });
    const last = threads.run(job, { signal: third.signal });
    await begun.promise;
    second.abort();
    first.abort();
    await expect(running).rejects.toThrow(ExportGivenUp);
    await expect(waiting).rejects.toThrow(ExportGivenUp);
    await expect(last).resolves.toMatchObject({ fileName: 'petit-sommet.html' });
    clock.advance(2_000);
    await threads.close();
  });

  test('are refused once the server leaves, and none is left hanging', async () => {
    const threads = newThreads();
    const [made, waits] = [threads.run(job, {}), threads.run(job, {})];
    const outcomes = Promise.allSettled([made, waits, threads.run(job, { signal: AbortSignal.abort() })]);
    await threads.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(threads.run(job, {})).rejects.toThrow(ExportGivenUp);
  });
});
