/** The order of the house, as data. An import may only point from a larger number to a smaller one. */
export const LAYERS: Readonly<Record<string, number>> = {
  '@plenary/report-ast': 0,
  '@plenary/protocol': 0,
  '@plenary/programme': 0,
  '@plenary/testing': 0,
  '@plenary/config': 0,
  '@plenary/document': 1,
  '@plenary/blocks': 2,
  '@plenary/aggregation': 2,
  '@plenary/exporters': 2,
  '@plenary/importers': 2,
  '@plenary/sync': 2,
  '@plenary/storage': 3,
  '@plenary/pictures': 3,
  // Over storage only so that its tests may run on the stores; its sources know the ports.
  '@plenary/typesetter': 3,
  '@plenary/operations': 4,
};

/** Only tests may import this package, whatever their layer: it stands at the bottom so that they can. */
export const TESTING = '@plenary/testing';

export interface ForbiddenImport {
  readonly from: string;
  /** Names of packages, scope included. */
  readonly to: readonly string[];
  readonly why: string;
}

/** Imports that the numbers would allow and the design does not. */
export const FORBIDDEN: readonly ForbiddenImport[] = [
  {
    from: '@plenary/aggregation',
    to: ['@plenary/blocks'],
    why: 'it knows the contract of an outcome block, never a block',
  },
  {
    from: '@plenary/exporters',
    to: ['@plenary/aggregation', '@plenary/blocks', '@plenary/document'],
    why: 'a format knows the report tree and nothing of where it comes from',
  },
  {
    from: '@plenary/sync',
    to: ['express', 'ws', 'better-sqlite3', 'sqlite3', 'node:sqlite'],
    why: 'sockets and databases come in through its ports',
  },
];

/** Packages whose sources run anywhere: no Node, no DOM, no clock, no randomness. */
export const PURE: readonly string[] = [
  '@plenary/report-ast',
  '@plenary/protocol',
  '@plenary/programme',
  '@plenary/document',
  '@plenary/aggregation',
  '@plenary/exporters',
  '@plenary/importers',
  '@plenary/sync',
  '@plenary/operations',
];

/** Packages that are pure as far as their main entry reaches; the rest of them is React. */
export const PURE_ENTRY: readonly string[] = ['@plenary/blocks'];

/** Packages whose rules are numbered in a SPEC.md and quoted by tests. */
export const SPECIFIED: readonly string[] = [
  '@plenary/sync',
  '@plenary/aggregation',
  '@plenary/report-ast',
  '@plenary/programme',
];

/** What may stand at the top of the repository; dotfiles come on top of these. */
export const TOP_LEVEL: readonly string[] = [
  'apps',
  'packages',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'turbo.json',
  'package.json',
  'README.md',
  'LICENSE',
];
