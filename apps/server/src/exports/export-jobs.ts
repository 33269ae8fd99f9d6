import { randomUUID } from 'node:crypto';
import { type ExportedReport, inOneFile } from '@plenary/operations';
import { ProblemError, problemSentence, type ExportView, type ProblemLang } from '@plenary/protocol';
import type { Clock } from '@plenary/sync';
import { asProblem } from '../http/problem.ts';
import type { Log } from '../telemetry.ts';
import { withoutText } from '../without-text.ts';

/** How long a file that was made waits to be fetched. */
const KEEP_MS = 10 * 60_000;
/** Jobs of one person at a time: one of each format, twice, and nobody needs more at once. */
const MOST_JOBS = 24;

/** What a job is made for. */
export interface JobOwner {
  readonly summit: string;
  readonly person: string;
  readonly lang: ProblemLang;
}

/** Makes the file, and tells where it stands. */
export type MakeFile = (
  signal: AbortSignal,
  onStage: (stage: ExportView['stage']) => void,
) => Promise<ExportedReport>;

/** Files that are being made, and those that wait to be fetched. They belong to who asked, and to nobody else. */
export interface ExportJobs {
  /** Throws `export-too-many`. */
  start(owner: JobOwner, format: string, make: MakeFile): ExportView;
  /** Throws `export-unknown` for what is not there, or another person's. */
  view(owner: JobOwner, id: string): ExportView;
  /** The file of a job that is done. Throws `export-unknown`. */
  file(owner: JobOwner, id: string): ExportedReport;
  /** Gives up a job, or throws its file away. Throws `export-unknown`. */
  cancel(owner: JobOwner, id: string): void;
}

interface Job {
  readonly owner: JobOwner;
  readonly abort: AbortController;
  view: ExportView;
  exported?: ExportedReport;
}

export function createExportJobs(clock: Clock, log: Log): ExportJobs {
  const jobs = new Map<string, Job>();

  const find = ({ person, summit }: JobOwner, id: string): Job => {
    const job = jobs.get(id);
    if (job?.owner.person !== person || job.owner.summit !== summit) throw new ProblemError('export-unknown');
    return job;
  };

  const follow = async (job: Job, make: MakeFile): Promise<void> => {
    const { id } = job.view;
    try {
      const made = await make(job.abort.signal, (stage) => {
        job.view = { ...job.view, stage };
      });
      job.exported = await inOneFile(made);
      job.view = { ...job.view, stage: 'done', ...factsOf(job.exported) };
    } catch (error) {
      if (!job.abort.signal.aborted && !(error instanceof ProblemError))
        log.error({ err: withoutText(error) }, 'export failed');
      job.view = { ...job.view, stage: 'failed', problem: sentenceOf(error, job.owner.lang) };
    }
    clock.after(KEEP_MS, () => jobs.delete(id));
  };

  return {
    start(owner, format, make) {
      const own = [...jobs.values()].filter((job) => job.owner.person === owner.person);
      if (own.length >= MOST_JOBS) throw new ProblemError('export-too-many');
      const id = randomUUID();
      const job: Job = { owner, abort: new AbortController(), view: { id, format, stage: 'waiting' } };
      jobs.set(id, job);
      void follow(job, make);
      return job.view;
    },
    view: (owner, id) => find(owner, id).view,
    file(owner, id) {
      const { exported } = find(owner, id);
      if (exported === undefined) throw new ProblemError('export-unknown');
      return exported;
    },
    cancel(owner, id) {
      find(owner, id).abort.abort();
      jobs.delete(id);
    },
  };
}

function factsOf({ auditMs, file, fileName, remarks }: ExportedReport): Partial<ExportView> {
  const size = typeof file === 'string' ? Buffer.byteLength(file) : file.length;
  const messages = remarks.map(({ message }) => message);
  return { fileName, size, remarks: messages, ...(auditMs !== undefined && { auditMs }) };
}

function sentenceOf(error: unknown, lang: ProblemLang): string {
  const { code, params } = asProblem(error, lang);
  return problemSentence(code, params, lang);
}
