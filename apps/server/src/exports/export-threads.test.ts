import { readdirSync } from 'node:fs';
import { constants, getPriority, platform } from 'node:os';
import { blocks } from '@plenary/blocks';
import { type ExportJob, runExport } from '@plenary/operations';
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

const lossy = (): ExportJob => {
  // A report whose documents say more than its parts: the audit has to find the difference on the other thread, too.
  const [[group, document] = []] = job.input.documents;
  if (group === undefined || document === undefined) throw new Error('no document');
  const said = { type: 'paragraph', content: [{ type: 'text', text: 'These words are in no file.' }] };
  const content = { ...document.content, content: [...(document.content.content ?? []), said] };
  const documents = new Map([...job.input.documents, [group, { ...document, content }]]);
  return { ...job, input: { ...job.input, documents } };
};

describe('files made in a thread', () => {
  test('are those that would be made here, stage by stage', async () => {
    const threads = new ExportThreads(createManualClock());
    const stages: string[] = [];
    const made = await threads.run(job, { onStage: (stage) => stages.push(stage) });
    const here = await runExport({ blocks, now: () => 0 }, job);
    expect({ ...made, auditMs: 0 }).toEqual({ ...here, auditMs: 0 });
    expect(stages).toEqual(['waiting', 'writing', 'checking']);
    expect(threads.size).toBe(0);
    await threads.close();
  });

  test.runIf(platform() === 'linux')('come after those who type, where a core is short', async () => {
    const threads = new ExportThreads(createManualClock());
    await threads.run(job, {});
    const priorities = readdirSync('/proc/self/task').map(priorityOf);
    expect(Math.max(...priorities)).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL);
    expect(getPriority(process.pid)).toBe(before);
    await threads.close();
  });

  test('fail with what a person can be told', async () => {
    const threads = new ExportThreads(createManualClock());
    await expect(threads.run(lossy(), {})).rejects.toMatchObject({
      code: 'audit-failed',
      params: { missing: expect.stringContaining('These words are in no file.') },
    });
    await threads.close();
  });

  test('are given up while they wait and while they are made, and the others come after', async () => {
    const clock = createManualClock();
    const threads = new ExportThreads(clock);
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
    const threads = new ExportThreads(createManualClock());
    const [made, waits] = [threads.run(job, {}), threads.run(job, {})];
    const outcomes = Promise.allSettled([made, waits, threads.run(job, { signal: AbortSignal.abort() })]);
    await threads.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(threads.run(job, {})).rejects.toThrow(ExportGivenUp);
  });
});
