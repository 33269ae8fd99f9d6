import type { Ended } from './run-program.ts';

/** One of the long runs, as it went. */
export interface Run extends Ended {
  readonly name: string;
  readonly about: string;
  /** What was typed to start it. */
  readonly command: string;
}

export interface Night {
  readonly date: string;
  readonly machine: string;
  readonly seed: number;
  readonly quick: boolean;
  readonly runs: readonly Run[];
}

/** The night as a page to read in the morning: what failed stands first. */
export function nightlyPage({ date, machine, seed, quick, runs }: Night): string {
  const failed = runs.filter(({ passed }) => !passed);
  const verdict =
    failed.length === 0
      ? `All ${runs.length} passed.`
      : `**${failed.length} of ${runs.length} failed: ${failed.map(({ name }) => name).join(', ')}.**`;
  return [
    `# Long runs of ${date}`,
    '',
    `${machine}. Seed ${seed}. ${verdict}`,
    ...(quick ? ['', 'A quick run: everything is small. It shows that the long runs can be run.'] : []),
    '',
    '| run | what it looks for | minutes | |',
    '| --- | --- | ---: | --- |',
    ...runs.map(
      ({ name, about, minutes, passed, how }) =>
        `| ${name} | ${about} | ${minutes.toFixed(1)} | ${passed ? 'passed' : `**failed**: ${how}`} |`,
    ),
    ...[...failed, ...runs.filter(({ passed }) => passed)].flatMap(({ name, command, said }) => [
      '',
      `## ${name}`,
      '',
      `\`${command}\``,
      '',
      '````',
      ...said,
      '````',
    ]),
    '',
  ].join('\n');
}
