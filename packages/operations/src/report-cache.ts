import { createCompiler, createLikeFinder, type Compiler, type LikeFinder } from '@plenary/aggregation';
import type { DocNode } from '@plenary/document';

/** A group document as it was read at one exact version. */
export interface ReadVersion {
  readonly seq: number;
  readonly epoch: number;
  readonly hash: string;
  readonly content: DocNode;
}

/** A group document as it is handed on to be read elsewhere, at one exact version. */
export interface StateVersion {
  readonly seq: number;
  readonly epoch: number;
  readonly state: Uint8Array;
}

/** Something of each document, for as long as the document stays at that version. */
export interface KeptVersions<Version> {
  get(group: string): Version | undefined;
  set(group: string, version: Version): void;
}

/** Keeps what was read, and what was made of it. */
export interface ReportCache extends KeptVersions<ReadVersion> {
  /** Compiles again only what is new. */
  readonly compiler: Compiler;
  /** Compares again only what is new. */
  readonly likes: LikeFinder;
  /** What was handed on without being read here. */
  readonly states: KeptVersions<StateVersion>;
}

/**
 * Group documents kept at most: a summit a little larger would read all of them for every report. A summit of the
 * reference size has 27; an hour's notes weigh some 400 KB once read, compiled and compared, and a tenth of it unread.
 */
export const MOST_KEPT = 1000;

/** A cache that forgets the group that was read longest ago. */
export function createReportCache(): ReportCache {
  return {
    compiler: createCompiler(),
    likes: createLikeFinder(),
    states: keptVersions<StateVersion>(),
    ...keptVersions<ReadVersion>(),
  };
}

function keptVersions<Version>(): KeptVersions<Version> {
  const kept = new Map<string, Version>();
  return {
    get: (group) => kept.get(group),
    set(group, version) {
      kept.delete(group);
      kept.set(group, version);
      const oldest = kept.size > MOST_KEPT ? kept.keys().next() : undefined;
      if (oldest !== undefined && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}
