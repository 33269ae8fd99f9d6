import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is needed of a file that `node --cpu-prof` writes. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds spent in a place itself, without what it called. */
export interface Spent {
  readonly place: string;
  readonly ms: number;
}

const MOST_FUNCTIONS = 30;

/** Reads the profiles of a folder and says, for each, in which parts and functions the time went. */
export async function summariseProfiles(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile')).toSorted();
  const pages = await Promise.all(
    files.map(async (name) => {
      // Written by Node in this shape.
      const profile = JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
      return describeProfile(name, profile);
    }),
  );
  return pages.join('\n');
}

function describeProfile(name: string, profile: CpuProfile): string {
  const functions = spentBy(
    profile,
    ({ functionName, url, lineNumber }) =>
      `${functionName === '' ? '(anonymous)' : functionName} ${shorten(url)}${url === '' ? '' : `:${lineNumber + 1}`}`,
  );
  const parts = spentBy(profile, ({ functionName, url }) => partOf(functionName, url));
  const busy = parts.filter(({ place }) => place !== '(idle)').reduce((sum, { ms }) => sum + ms, 0);
  const show = ({ place, ms }: Spent): string =>
    `- ${((100 * ms) / busy).toFixed(1)} % (${ms.toFixed(0)} ms) ${place}`;
  return [
    `## ${name}: ${busy.toFixed(0)} ms busy`,
    '',
    ...parts.filter(isWork).map(show),
    '',
    ...functions.filter(isWork).slice(0, MOST_FUNCTIONS).map(show),
    '',
  ].join('\n');
}

/** Sums the samples by what `nameOf` calls their place, the greatest first. */
export function spentBy(
  { nodes, samples, timeDeltas }: CpuProfile,
  nameOf: (frame: CpuProfile['nodes'][number]['callFrame']) => string,
): readonly Spent[] {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const sums = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const place = places.get(id) ?? '(unknown)';
    sums.set(place, (sums.get(place) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return [...sums].map(([place, ms]) => ({ place, ms })).toSorted((a, b) => b.ms - a.ms);
}

/** The package, the app, `node:<module>`, or what V8 puts in brackets. */
function partOf(functionName: string, url: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  const library = /node_modules\/(?!\.pnpm)((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return library ?? /(?:packages|apps)\/[^/]+/.exec(url)?.[0] ?? url;
}

function shorten(url: string): string {
  const library = url.lastIndexOf('/node_modules/');
  if (library >= 0) return url.slice(library + '/node_modules/'.length);
  return /(?:packages|apps)\/.*$/.exec(url)?.[0] ?? url;
}

function isWork({ place }: Spent): boolean {
  return !place.startsWith('(idle)');
}
