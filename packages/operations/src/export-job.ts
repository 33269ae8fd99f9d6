import type { GroupDocument } from '@plenary/aggregation';
import type { ReportFile, SideFile } from '@plenary/exporters';
import type { Lang, ReportPlan, Summit } from '@plenary/programme';
import type { Diagnostic } from '@plenary/report-ast';
import type { PicturesIn } from './report-assets.ts';

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

/**
 * Everything a file is made and audited from but its pictures, as plain data: it may travel to another thread. The report
 * is compiled there, too, because a report of 300 pages takes long to make, and longer than its sources to hand over.
 */
export interface ExportJob {
  readonly sources: ReportSources;
  readonly format: string;
  readonly picturesIn: PicturesIn;
}

/**
 * Everything the report of a summit is made from, as plain data that is quickly handed on: what is written in the
 * documents nobody has read yet.
 */
export interface ReportSources {
  readonly summit: Summit;
  /** Language of the report's own words. */
  readonly lang: Lang;
  readonly plan: ReportPlan;
  readonly documents: readonly DocumentSource[];
}

/** A group document at its newest committed version. */
export interface DocumentSource extends Omit<GroupDocument, 'content' | 'hash' | 'template'> {
  readonly epoch: number;
  /** The update that makes the document from nothing. */
  readonly state: Uint8Array;
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
