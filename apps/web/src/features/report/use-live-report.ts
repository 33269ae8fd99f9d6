import { fetchReportHtml, fetchReportRemarks, type ReportRemarks } from '../../api/plenary-api.ts';
import type { RequestFailed } from '../../api/request.ts';
import { useCalm } from '../../api/use-calm.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSummitEvents } from '../../api/use-summit-events.ts';

/** Seven groups typing at once change the report all the time; a reader wants it whole, and not to flicker. */
const QUIET_MS = 1_500;

/** The report as it stands; `failure` beside data means that the data is of a moment ago. */
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
  const refetch = () => {
    page.refetch();
    report.refetch();
  };
  const refetchCalmly = useCalm(refetch, QUIET_MS);
  useSummitEvents(summit, ({ type }) => {
    if (type !== 'presence') refetchCalmly();
  });
  return { html: page.data, remarks: report.data, failure: page.failure ?? report.failure, refetch };
}
