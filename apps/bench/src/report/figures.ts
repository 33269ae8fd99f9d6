/** Every figure a scenario may give, with how it is shown. The order is the order of the columns. */
export const FIGURES = {
  cpuPer1000: { label: 'server CPU ms / 1,000 deliveries', digits: 2 },
  p50: { label: 'key → other screen p50 ms', digits: 1 },
  p99: { label: 'p99 ms', digits: 1 },
  rate: { label: 'deliveries/s', digits: 0 },
  sustained: { label: 'deliveries/s with p99 ≤ 100 ms', digits: 0 },
  seconds: { label: 'all synced, s', digits: 2 },
  serverCpu: { label: 'server CPU s', digits: 2 },
  othersP99: { label: 'p99 ms of the others', digits: 1 },
  answerBytes: { label: 'answer, bytes', digits: 0 },
  seenKeys: { label: 'edits others had seen', digits: 0 },
  lostKeys: { label: 'of these gone', digits: 0 },
  lostShare: { label: 'gone %', digits: 1 },
  perConnection: { label: 'KB per connection', digits: 1 },
  perDocument: { label: 'KB per loaded document', digits: 1 },
  afterUnload: { label: 'KB per document after all left', digits: 1 },
  startMemory: { label: 'MB at start', digits: 1 },
  presences: { label: 'carets shown/s', digits: 0 },
  missing: { label: 'never delivered', digits: 0 },
  lost: { label: 'connections lost', digits: 0 },
  generatorCores: { label: 'load, cores', digits: 2 },
  otherCores: { label: 'rest of machine, cores', digits: 2 },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly digits: number }>>;

export type FigureName = keyof typeof FIGURES;
export type Figures = Readonly<Partial<Record<FigureName, number>>>;

/** Figures worth a ratio to the peers. */
export const COMPARED: readonly FigureName[] = [
  'cpuPer1000',
  'p99',
  'sustained',
  'seconds',
  'serverCpu',
  'othersP99',
  'perConnection',
  'perDocument',
];

/** One condition of a scenario, measured once: `2,000 readers`, say, or the empty name where there is only one. */
export interface Case {
  readonly name: string;
  readonly figures: Figures;
}

/** The figures that any of the cases has, in the order of the columns. */
export function figureNames(cases: readonly Case[]): readonly FigureName[] {
  // The keys of the table are its type.
  const all = Object.keys(FIGURES) as readonly FigureName[];
  return all.filter((name) => cases.some(({ figures }) => figures[name] !== undefined));
}
