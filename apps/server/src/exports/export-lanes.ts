import {
  type ExportedReport,
  type ExportJob,
  type ExportRunner,
  type ExportWatch,
  isTypeset,
  type PictureSource,
} from '@plenary/operations';
import type { Clock } from '@plenary/sync';
import { ExportThreads } from './export-threads.ts';

/**
 * Makes files in two threads: what is typeset takes a hundred times as long as the rest, and whoever follows the report's page
 * or wants a text need not wait behind it.
 */
export class ExportLanes implements ExportRunner {
  readonly #typeset: ExportThreads;
  readonly #written: ExportThreads;

  constructor(clock: Clock, pictures: PictureSource) {
    this.#typeset = new ExportThreads(clock, pictures);
    this.#written = new ExportThreads(clock, pictures);
  }

  /** Jobs that wait or are being made. */
  get size(): number {
    return this.#typeset.size + this.#written.size;
  }

  run(job: ExportJob, watch: ExportWatch): Promise<ExportedReport> {
    const lane = isTypeset(job.format) ? this.#typeset : this.#written;
    return lane.run(job, watch);
  }

  /** Gives up what waits and what is being made; nothing runs any more when it resolves. */
  async close(): Promise<void> {
    await Promise.all([this.#typeset.close(), this.#written.close()]);
  }
}
