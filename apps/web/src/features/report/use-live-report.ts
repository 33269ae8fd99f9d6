import { useEffect, useRef } from 'react';
import { fetchReportHtml, fetchReportRemarks, type ReportRemarks } from '../../api/plenary-api.ts';
import type { RequestFailed } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSummitEvents } from '../../api/use-summit-events.ts';

/** Seven groups typing at once change the report all the time; a reader wants it whole, and not to flicker. */
const QUIET_MS = 1_500;

export interface LiveReport {
  readonly html: string | undefined;
  readonly remarks: ReportRemarks | undefined;
  readonly failure: RequestFailed | undefined;
  readonly refetch: () => void;
}

/** The report and its remarks, fetched again a moment after something in the summit has changed. */
export function useLiveReport(slug: string, summit: string, lang: string): LiveReport {
  const key = `${slug}/${lang}`;
  const page = useResource(key, (signal) => fetchReportHtml(slug, lang, signal));
  const report = useResource(key, (signal) => fetchReportRemarks(slug, lang, signal));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refetch = () => {
    page.refetch();
    report.refetch();
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useSummitEvents(summit, ({ type }) => {
    if (type === 'presence' || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      refetch();
    }, QUIET_MS);
  });
  return { html: page.data, remarks: report.data, failure: page.failure ?? report.failure, refetch };
}
