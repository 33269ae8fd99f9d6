import { createCompiler, createLikeFinder, type Compiler, type LikeFinder } from '@plenary/aggregation';
import type { DocNode } from '@plenary/document';

/** A group document as it was read at one exact version. */
export interface ReadVersion {
  readonly seq: number;
  readonly epoch: number;
  readonly hash: string;
  readonly content: DocNode;
}

/** Keeps what was read, for as long as the document stays at that version, and what was made of it. */
export interface ReportCache {
  /** Compiles again only what is new. */
  readonly compiler: Compiler;
  /** Compares again only what is new. */
  readonly likes: LikeFinder;
  get(group: string): ReadVersion | undefined;
  set(group: string, version: ReadVersion): void;
}

/**
 * Group documents kept at most: a summit a little larger would read all of them for every report. A summit of the
 * reference size has 27; an hour's notes weigh some 400 KB once read, compiled and compared.
 */
export const MOST_KEPT = 1000;

/** A cache that forgets the group that was read longest ago. */
export function createReportCache(): ReportCache {
  const kept = new Map<string, ReadVersion>();
  return {
    compiler: createCompiler(),
    likes: createLikeFinder(),
    get: (group) => kept.get(group),
    set(group, version) {
      kept.delete(group);
      kept.set(group, version);
      const oldest = kept.size > MOST_KEPT ? kept.keys().next() : undefined;
      if (oldest !== undefined && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}
