import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { copyDatabase } from './backup.ts';
import type { MaintenanceTask } from './maintenance.ts';
import { findDamage } from './verify.ts';

// Only `runMaintenance` starts this file, and it gives a `MaintenanceTask`.
parentPort?.postMessage(await run(workerData as MaintenanceTask), []);

async function run(task: MaintenanceTask): Promise<readonly string[]> {
  // Opening would make an empty database, and an empty database is in perfect order.
  if (!existsSync(task.database))
    throw new Error(`There is no database ${task.database}. Give the data folder of a server.`);
  const db = new DatabaseSync(task.database, { timeout: 5000 });
  try {
    if (task.task === 'check') return await findDamage(db);
    copyDatabase(db, task.file);
    return [];
  } finally {
    db.close();
  }
}
