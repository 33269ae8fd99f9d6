import { BUDGETS, RATIO_BUDGETS } from '../budgets.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ServerKind } from '../servers/server-kind.ts';
import { COMPARED, type FigureName, FIGURES, figureNames } from './figures.ts';
import type { Machine } from './machine.ts';
import { median, type Measurement, ratio, valuesOf } from './statistics.ts';

/** All that a run of the benchmark found. This is what the JSON file holds. */
export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly method: readonly string[];
  /** Everything was small: nothing can be said of promises. */
  readonly quick: boolean;
  readonly measurements: readonly Measurement[];
}

/** The server the others are compared with. */
export const OURS = 'plenary';

/** The results as a page to read: per scenario a table of medians, what was promised, and ratios to the peers. */
export function writeMarkdown(
  results: Results,
  scenarios: readonly Scenario[],
  kinds: readonly ServerKind[],
): string {
  const { machine, measurements } = results;
  const lines = [
    `# Benchmark of ${results.date}`,
    '',
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; ${machine.system}; Node ${machine.node}; data on ${machine.disk}; commit ${machine.commit}.`,
    '',
    ...results.method.map((sentence) => `- ${sentence}`),
    '',
    ...kinds.map(({ name, about }) => `- **${name}**: ${about}.`),
  ];
  for (const scenario of scenarios) {
    const own = measurements.filter((one) => one.scenario === scenario.name);
    if (own.length > 0)
      lines.push('', `## ${scenario.name}`, '', scenario.about, '', ...tables(scenario, own, results.quick));
  }
  return `${lines.join('\n')}\n`;
}

function tables({ name }: Scenario, measurements: readonly Measurement[], quick: boolean): readonly string[] {
  const caseNames = [...new Set(measurements.flatMap(({ cases }) => cases.map((one) => one.name)))];
  const servers = [...new Set(measurements.map(({ server }) => server))];
  return caseNames.flatMap((caseName, index) => [
    ...(index > 0 ? [''] : []),
    ...(caseName === '' ? [] : [`### ${caseName}`, '']),
    ...figuresTable(measurements, servers, caseName),
    ...(quick ? [] : ['', ...promises(name, measurements, servers, caseName)]),
  ]);
}

function figuresTable(
  measurements: readonly Measurement[],
  servers: readonly string[],
  caseName: string,
): readonly string[] {
  const figures = figureNames(
    measurements.flatMap(({ cases }) => cases.filter((one) => one.name === caseName)),
  );
  return table(
    ['', ...figures.map((figure) => FIGURES[figure].label)],
    servers.map((server) => [
      server,
      ...figures.map((figure) => spread(valuesOf(measurements, server, caseName, figure), figure)),
    ]),
  );
}

/** `12.3 (11.9–14.0)`: the median and what it lies between. */
function spread(values: readonly number[], figure: FigureName): string {
  const { digits } = FIGURES[figure];
  const show = (value: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return '–';
  const [least, most] = [Math.min(...known), Math.max(...known)].map(show);
  return least === most ? show(median(known)) : `${show(median(known))} (${least}–${most})`;
}

function promises(
  scenario: string,
  measurements: readonly Measurement[],
  servers: readonly string[],
  caseName: string,
): readonly string[] {
  if (!servers.includes(OURS)) return [];
  const absolute = BUDGETS.filter((one) => one.scenario === scenario).flatMap(({ figure, most }) => {
    const value = median(valuesOf(measurements, OURS, caseName, figure));
    if (Number.isNaN(value)) return [];
    return `- ${FIGURES[figure].label}: ${value.toFixed(FIGURES[figure].digits)}, at most ${most} promised: ${verdict(value <= most)}`;
  });
  const peers = servers.filter((server) => server !== OURS);
  const ratios = COMPARED.flatMap((figure) => {
    const found = peers
      .map((peer) => ({ peer, value: ratio(measurements, OURS, peer, caseName, figure) }))
      .filter(({ value }) => Number.isFinite(value));
    if (found.length === 0) return [];
    const list = found.map(({ peer, value }) => `× ${value.toFixed(2)} that of ${peer}`).join(', ');
    return `- ${FIGURES[figure].label} is ${list}${promisedRatio(scenario, figure, found)}`;
  });
  return [...absolute, ...ratios];
}

function promisedRatio(
  scenario: string,
  figure: FigureName,
  found: readonly { readonly value: number }[],
): string {
  const promised = RATIO_BUDGETS.find((one) => one.scenario === scenario && one.figure === figure);
  if (promised === undefined) return '';
  const values = found.map(({ value }) => value);
  const { least = 0, most = Number.POSITIVE_INFINITY } = promised;
  const kept = Math.min(...values) >= least && Math.max(...values) <= most;
  const bound = promised.least === undefined ? `at most × ${most}` : `at least × ${least}`;
  return `; ${bound} promised: ${verdict(kept)}`;
}

function verdict(kept: boolean): string {
  return kept ? 'kept' : '**missed**';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
