import type { ExportedReport, ExportJob, ExportStage } from '@plenary/operations';
import type { Picture, PictureType } from '@plenary/programme';
import type { ProblemCode } from '@plenary/protocol';

/** What the thread is told. */
export type ToThread =
  | { readonly kind: 'run'; readonly id: number; readonly job: ExportJob }
  | { readonly kind: 'cancel'; readonly id: number }
  | PictureAnswer;

/** What it answers. */
export type FromThread =
  | { readonly kind: 'stage'; readonly id: number; readonly stage: ExportStage }
  | { readonly kind: 'done'; readonly id: number; readonly exported: ExportedReport }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | PictureQuestion;

/** An error on its way between threads: one that a person can be told, or one of the program. */
export type Failure =
  | { readonly code: ProblemCode; readonly params: Readonly<Record<string, string | number>> }
  | { readonly message: string };

/** What the thread wants to know of a summit: one picture, or where none is named, which there are. */
export interface PictureQuestion {
  readonly kind: 'picture';
  readonly question: number;
  readonly summit: string;
  readonly picture?: string;
}

/** What was asked for, unless it is not there. */
export interface PictureAnswer {
  readonly kind: 'picture';
  readonly question: number;
  readonly types?: ReadonlyMap<string, PictureType>;
  readonly picture?: Picture;
  /** Why there is no answer. */
  readonly failure?: string;
}
