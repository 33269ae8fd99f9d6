import type { ReportInput } from '@plenary/aggregation';
import type { Assets, ReportFile, SideFile } from '@plenary/exporters';
import type { Summit } from '@plenary/programme';
import type { Diagnostic, Report } from '@plenary/report-ast';

/** A report as a file whose every word was found again in it. */
export interface ExportedReport {
  readonly file: ReportFile;
  readonly mediaType: string;
  /** A name to save it under. */
  readonly fileName: string;
  /** What has to lie beside the file for it to be whole: the pictures of formats that cannot hold them. */
  readonly besides: readonly SideFile[];
  /** Everything remarked, of the report and of the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those of `diagnostics` that are about this file alone: the report itself has nothing to do with them. */
  readonly remarks: readonly Diagnostic[];
  /** How long reading back and comparing took, in milliseconds. */
  readonly auditMs?: number;
}

/** Everything a file is made and audited from, as plain data: it may travel to another thread. */
export interface ExportJob {
  readonly summit: Summit;
  readonly format: string;
  readonly report: Report;
  readonly assets: Assets;
  /** What the blocks are, every thread knows by itself: they hold functions. */
  readonly input: Omit<ReportInput, 'blocks'>;
}

/** Where an export stands, in this order. */
export type ExportStage = 'waiting' | 'writing' | 'checking';

/** What whoever asked for a file may want to know and say while it is made. */
export interface ExportWatch {
  readonly onStage?: (stage: ExportStage) => void;
  /** Nobody wants the file any more: the work stops, and the promise is rejected. */
  readonly signal?: Cancellation;
}

/** What is used of an `AbortSignal`. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Makes files somewhere else than where people are served. */
export interface ExportRunner {
  /** Rejects with `audit-failed`, and once nobody wants the file. */
  run(job: ExportJob, watch: ExportWatch): Promise<ExportedReport>;
}
