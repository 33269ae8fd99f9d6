/** What is too long for a test run, each a program of its own; those that take no seed as argument find it in `PLENARY_SEED`. */
export interface LongRun {
  readonly name: string;
  /** What it looks for, for whoever reads the page in the morning. */
  readonly about: string;
  /** Longer than this it hangs. */
  readonly mostMinutes: number;
  /** Arguments of Node, from the root of the repository. */
  arguments(asked: Asked): readonly string[];
}

export interface Asked {
  readonly seed: number;
  /** Small and short: does it work at all? */
  readonly quick: boolean;
  /** Where results of its own may be put. */
  readonly out: string;
}

/** All of them, in the order they are run: what can find a loss first, what only measures last. */
export const LONG_RUNS: readonly LongRun[] = [
  {
    name: 'tests',
    about: 'every test of the packages, its random cases drawn anew',
    mostMinutes: 60,
    arguments: ({ quick }) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--root=.',
      '--config=packages/config/vitest/all.ts',
      '--testTimeout=60000',
      ...(quick ? ['packages/programme'] : []),
    ],
  },
  {
    name: 'fuzz',
    about: 'a million hostile frames',
    mostMinutes: 180,
    arguments: ({ seed, quick }) => [
      'apps/chaos/src/fuzz.ts',
      `--seed=${seed}`,
      `--frames=${quick ? 2000 : 1_000_000}`,
    ],
  },
  {
    name: 'chaos',
    about: 'more than a hundred kills under two dozen writers',
    mostMinutes: 180,
    arguments: ({ seed, quick }) => [
      'apps/chaos/src/run.ts',
      `--seed=${seed}`,
      ...(quick ? ['--kills=2'] : ['--long']),
    ],
  },
  {
    name: 'disk-full',
    about: 'people write while the disk fills up',
    mostMinutes: 60,
    arguments: ({ seed, quick }) => [
      'apps/chaos/src/disk-full.ts',
      `--seed=${seed}`,
      `--times=${quick ? 1 : 10}`,
    ],
  },
  {
    name: 'planted-bugs',
    about: 'every planted bug is caught',
    mostMinutes: 180,
    arguments: ({ seed, quick }) => [
      'apps/chaos/src/mutants.ts',
      `--seed=${seed}`,
      ...(quick ? ['--only=ack-on-receipt'] : ['--chaos']),
    ],
  },
  {
    name: 'reports',
    about: 'random reports in every format, written and read back',
    mostMinutes: 90,
    arguments: ({ seed, quick, out }) => [
      'apps/bench/src/reports/soak.ts',
      `--seed=${seed}`,
      `--out=${out}`,
      ...(quick ? ['--minutes=0.1', '--formats=html,md'] : ['--minutes=60']),
    ],
  },
  {
    name: 'benchmark',
    about: 'the load scenarios; a promise that is missed is in its page and fails nothing',
    mostMinutes: 240,
    arguments: ({ quick, out }) => [
      'apps/bench/src/run.ts',
      `--out=${out}`,
      ...(quick ? ['morning', '--quick', '--servers=plenary'] : []),
    ],
  },
  {
    name: 'exporting',
    about: 'typing while a PDF is made',
    mostMinutes: 60,
    arguments: ({ quick, out }) => [
      'apps/bench/src/exporting/exporting.ts',
      `--out=${out}`,
      ...(quick ? ['--quick'] : []),
    ],
  },
];
