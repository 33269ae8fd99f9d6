import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

/** What the command line asks for. */
export interface Options {
  /** Names of scenarios; all when empty. */
  readonly scenarios: readonly string[];
  /** Names of servers; all when empty. */
  readonly servers: readonly string[];
  readonly quick: boolean;
  readonly runs: number;
  /** How long what is measured lasts. */
  readonly seconds: number;
  /** How long to wait, before each measurement, for the rest of the machine to come to rest. */
  readonly quietMs: number;
  /** How often a measurement is made again that the rest of the machine disturbed; the calmest counts. */
  readonly tries: number;
  /** A folder for CPU profiles of Plenary; figures of such a run are not the server's own. */
  readonly profile: string | undefined;
  /** Where results are written; undefined: nowhere. */
  readonly out: string | undefined;
}

/** The command line was wrong; the message says how it is written. */
export class BadOption extends Error {
  override readonly name = 'BadOption';
}

export const USAGE = `pnpm bench [scenario …] [--servers a,b] [--runs 3] [--seconds 15] [--quiet 60] [--tries 3] [--quick] [--profile folder] [--out folder]`;

const RESULTS = fileURLToPath(new URL('../results', import.meta.url));

/** Reads the command line. Throws `BadOption`. `known`: names that may be asked for. */
export function readOptions(
  args: readonly string[],
  known: { readonly scenarios: readonly string[]; readonly servers: readonly string[] },
): Options {
  const { values, positionals } = parse(args);
  const servers = values.servers?.split(',').map((name) => name.trim()) ?? [];
  requireKnown('scenario', positionals, known.scenarios);
  requireKnown('server', servers, known.servers);
  const { quick = false } = values;
  return {
    scenarios: positionals,
    servers,
    quick,
    runs: readNumber('runs', values.runs, quick ? 1 : 3),
    seconds: readNumber('seconds', values.seconds, quick ? 1 : 15),
    quietMs: 1000 * readNumber('quiet', values.quiet, quick ? 0 : 60),
    tries: readNumber('tries', values.tries, quick ? 1 : 3),
    profile: values.profile,
    out: values.out ?? (quick ? undefined : RESULTS),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        servers: { type: 'string' },
        runs: { type: 'string' },
        seconds: { type: 'string' },
        quiet: { type: 'string' },
        tries: { type: 'string' },
        quick: { type: 'boolean' },
        profile: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new BadOption(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function requireKnown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BadOption(`There is no ${what} “${unknown}”. There are: ${known.join(', ')}.`);
}

function readNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0 || (name !== 'quiet' && number === 0))
    throw new BadOption(`--${name} needs a number above zero, not “${text}”.`);
  return number;
}
