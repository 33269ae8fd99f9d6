import type { ExportedReport, ExportJob, ExportStage } from '@plenary/operations';
import type { ProblemCode } from '@plenary/protocol';

/** What the thread is told. */
export type ToThread =
  | { readonly kind: 'run'; readonly id: number; readonly job: ExportJob }
  | { readonly kind: 'cancel'; readonly id: number };

/** What it answers. */
export type FromThread =
  | { readonly kind: 'stage'; readonly id: number; readonly stage: ExportStage }
  | { readonly kind: 'done'; readonly id: number; readonly exported: ExportedReport }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** An error on its way between threads: one that a person can be told, or one of the program. */
export type Failure =
  | { readonly code: ProblemCode; readonly params: Readonly<Record<string, string | number>> }
  | { readonly message: string };
