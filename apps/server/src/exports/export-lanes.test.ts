import type { ExportJob } from '@plenary/operations';
import { createManualClock } from '@plenary/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportJob } from '../../fixtures/export-job.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { ExportLanes } from './export-lanes.ts';
import { ExportGivenUp } from './export-threads.ts';

let server: TestServer;
let job: ExportJob;

beforeAll(async () => {
  server = await startTestServer();
  job = await exportJob(server);
});
afterAll(() => server.stop());

test('whoever wants a page does not wait for whoever wants a PDF, and both are given up when the server leaves', async () => {
  const lanes = new ExportLanes(createManualClock(), server.composition.context);
  const done: string[] = [];
  const pdfs = ['pdf', 'pdf-a', 'pdf'].map(async (format) => {
    await lanes.run({ ...job, format }, {});
    done.push(format);
  });
  await lanes.run(job, {});
  done.push('html');
  expect(done).not.toContain('pdf-a');
  expect(lanes.size).toBeGreaterThanOrEqual(2);
  const last = Promise.allSettled([...pdfs, lanes.run(job, {})]);
  await lanes.close();
  expect(lanes.size).toBe(0);
  expect((await last).slice(1)).toEqual(
    Array.from({ length: 3 }, () => ({ status: 'rejected', reason: expect.any(ExportGivenUp) })),
  );
});
