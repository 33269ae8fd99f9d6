import type { Module } from './modules.ts';
import type { Finding, Tree } from './tree.ts';

/** What a rule reads. */
export interface House extends Tree {
  /** Every TypeScript file, parsed, by its path. */
  readonly modules: ReadonlyMap<string, Module>;
}

/** One habit of the house. Returns what breaks it; throws only for a repository that cannot be read. */
export interface Rule {
  /** Shown beside each finding. */
  readonly name: string;
  check(house: House): readonly Finding[];
}
