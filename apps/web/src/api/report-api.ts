import type {
  ExportView,
  FormatList,
  MergeList,
  PlanChange,
  PlanView,
  PublicationRequest,
  PublicationState,
  PublicationView,
} from '@plenary/protocol';
import { request, requestJson } from './request.ts';

const summitPath = (summit: string) => `/summits/${encodeURIComponent(summit)}`;
const exportPath = (summit: string, id: string) => `${summitPath(summit)}/report/exports/${id}`;
const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

/** What the report can be taken along as. */
export const fetchFormats = (summit: string, signal?: AbortSignal) =>
  requestJson<FormatList>(`${summitPath(summit)}/report/formats`, withSignal(signal));

/** Begins to make a file. */
export const beginExport = (summit: string, format: string, lang: string) =>
  requestJson<ExportView>(`${summitPath(summit)}/report/exports`, { method: 'POST', body: { format, lang } });

/** Where the making of a file stands. */
export const fetchExport = (summit: string, id: string, signal?: AbortSignal) =>
  requestJson<ExportView>(exportPath(summit, id), withSignal(signal));

/** A file that is done. */
export const fetchExportFile = async (summit: string, id: string) =>
  (await request(`${exportPath(summit, id)}/file`)).blob();

/** Gives up a file. */
export const cancelExport = (summit: string, id: string) =>
  request(exportPath(summit, id), { method: 'DELETE' });

/** How the report is put together, and all that a plan can name. */
export const fetchPlan = (summit: string, signal?: AbortSignal) =>
  requestJson<PlanView>(`${summitPath(summit)}/plan`, withSignal(signal));

/** Puts the report together differently; refused with `plan-moved-on` when the plan is no longer the one that was read. */
export const changePlan = (summit: string, change: PlanChange) =>
  requestJson<PlanView>(`${summitPath(summit)}/plan`, { method: 'PUT', body: change });

/** Outcomes of several groups that nearly say the same. */
export const fetchMerges = (summit: string, signal?: AbortSignal) =>
  requestJson<MergeList>(`${summitPath(summit)}/plan/merges`, withSignal(signal));

/** Says whether two outcomes are one. */
export const answerMerge = (
  summit: string,
  { sides: [one, other] }: MergeList['proposals'][number],
  decision: 'open' | 'merge' | 'separate',
) =>
  requestJson<MergeList>(`${summitPath(summit)}/plan/merges`, {
    method: 'PUT',
    body: { outcomes: [one.outcome, other.outcome], hashes: [one.hash, other.hash], decision },
  });

/** What is published of the report. */
export const fetchPublication = (summit: string, signal?: AbortSignal) =>
  requestJson<PublicationState>(`${summitPath(summit)}/publication`, withSignal(signal));

/** Publishes the report as it is now. */
export const publish = (summit: string, wish: PublicationRequest) =>
  requestJson<PublicationView>(`${summitPath(summit)}/publication`, { method: 'POST', body: wish });

/** Takes the published report away. */
export const withdrawPublication = (summit: string) =>
  request(`${summitPath(summit)}/publication`, { method: 'DELETE' });
