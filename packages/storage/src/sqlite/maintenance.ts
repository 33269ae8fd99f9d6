import { Worker } from 'node:worker_threads';

/** Work on a whole database, which takes as long as the database is large. */
export type MaintenanceTask =
  | { readonly task: 'backup'; readonly database: string; readonly file: string }
  | { readonly task: 'check'; readonly database: string };

/** Runs a task in a thread and on a connection of its own: the server commits on. Resolves to what was found wrong. */
export async function runMaintenance(task: MaintenanceTask): Promise<readonly string[]> {
  const worker = new Worker(new URL('maintenance-worker.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
