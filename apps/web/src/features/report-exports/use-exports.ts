import type { ExportView } from '@plenary/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { beginExport, cancelExport, fetchExport, fetchExportFile } from '../../api/report-api.ts';
import { isAbort, RequestFailed } from '../../api/request.ts';
import { saveFile } from './save-file.ts';

/** Soon enough to see a stage change, and a few requests for a file that takes long. */
const LOOK_MS = 500;

/** A file of the report somebody asked for, newest first; one of each format. */
export interface AskedExport extends ExportView {
  readonly lang: string;
}

/** The files that are being made for this page, and what can be done with them. */
export interface Exports {
  readonly jobs: readonly AskedExport[];
  /** What went wrong with asking, as a sentence; empty where there is none to be had. */
  readonly failure: string | undefined;
  readonly begin: (format: string, lang: string) => void;
  readonly cancel: (job: AskedExport) => void;
  readonly save: (job: ExportView) => void;
}

/** Asks for files, looks after them, and saves each as soon as it is there. */
export function useExports(slug: string): Exports {
  const [jobs, setJobs] = useState<readonly AskedExport[]>([]);
  const [failure, setFailure] = useState<string>();
  const saved = useRef(new Set<string>());

  const fail = useCallback((error: unknown) => {
    if (!isAbort(error)) setFailure((error instanceof RequestFailed && error.detail) || '');
  }, []);
  const update = useCallback((view: ExportView) => {
    setJobs((old) => old.map((one) => (one.id === view.id ? { ...one, ...view } : one)));
  }, []);
  const drop = useCallback((id: string) => {
    setJobs((old) => old.filter((one) => one.id !== id));
  }, []);

  const save = useCallback(
    (job: ExportView) => {
      saved.current.add(job.id);
      fetchExportFile(slug, job.id).then((file) => saveFile(file, job.fileName ?? job.format), fail);
    },
    [fail, slug],
  );

  const begin = useCallback(
    (format: string, lang: string) => {
      setFailure(undefined);
      beginExport(slug, format, lang).then(
        (view) => setJobs((old) => [{ ...view, lang }, ...old.filter((job) => job.format !== format)]),
        fail,
      );
    },
    [fail, slug],
  );

  const cancel = useCallback(
    (job: AskedExport) => {
      drop(job.id);
      cancelExport(slug, job.id).catch(() => undefined);
    },
    [drop, slug],
  );

  const looking = jobs
    .filter(({ stage }) => stage !== 'done' && stage !== 'failed')
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (looking === '') return undefined;
    const abort = new AbortController();
    const look = async (id: string) => {
      try {
        const view = await fetchExport(slug, id, abort.signal);
        if (abort.signal.aborted) return;
        update(view);
        if (view.stage === 'done' && !saved.current.has(id)) save(view);
      } catch (error) {
        // A server that cannot be reached is asked again; one that no longer knows the file has forgotten it.
        if (error instanceof RequestFailed && error.code === 'export-unknown') {
          drop(id);
          fail(error);
        }
      }
    };
    const timer = setInterval(() => {
      for (const id of looking.split(' ')) void look(id);
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [drop, fail, looking, save, slug, update]);

  return { jobs, failure, begin, cancel, save };
}
