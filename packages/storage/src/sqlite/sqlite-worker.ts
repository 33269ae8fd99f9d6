import { parentPort, workerData } from 'node:worker_threads';
import { unpackBatch } from './append-batch.ts';
import { createDocumentLog } from './document-log.ts';
import { failureOf, isDiskBroken } from './failure.ts';
import { openDatabase } from './open-database.ts';
import { createPictureTables } from './picture-tables.ts';
import { createPublicationTables } from './publication-tables.ts';
import { createSummitTables } from './summit-tables.ts';
import type { Failure, Operations, Request, Response, WorkerInput } from './worker-messages.ts';

/**
 * The thread that owns the database, so that the wait for a disk never stops a socket. One request after the
 * other; whatever came while an fsync ran is answered after it.
 */
if (parentPort !== null) serve(parentPort);

function serve(port: NonNullable<typeof parentPort>): void {
  // Only `openSqlite` starts this file, and it gives a `WorkerInput`.
  const { file, maxPages } = workerData as WorkerInput;
  const db = openDatabase(file);
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
  const log = createDocumentLog(db);
  const operations: Operations = {
    ...log,
    ...createSummitTables(db),
    ...createPictureTables(db),
    ...createPublicationTables(db),
    append: (batch) => log.append(unpackBatch(batch)),
  };
  const answer = (response: Response) => port.postMessage(response);
  let broken: Failure | undefined;

  port.on('message', ({ id, name, args }: Request | { id: -1; name: 'close'; args: [] }) => {
    if (name === 'close') {
      db.close();
      port.close();
      return;
    }
    if (broken !== undefined) return answer({ kind: 'error', id, error: broken });
    try {
      // The sender is typed method by method; here only the name is known.
      const operation = operations[name] as (...given: readonly unknown[]) => unknown;
      answer({ kind: 'result', id, result: operation(...args) });
    } catch (error) {
      const failure = failureOf(error);
      // After a failed fsync the kernel may have dropped what it could not write: trying again would lie.
      if (isDiskBroken(error)) broken = failure;
      answer({ kind: 'error', id, error: failure });
    }
  });
  answer({ kind: 'ready' });
}
