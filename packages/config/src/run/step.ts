import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** One command of a run, started at the root of the repository or in a folder of it. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: readonly string[]];
  readonly folder?: string;
  /** Variables the program must not see. */
  readonly without?: readonly string[];
}

/** oxlint and oxfmt write colours wherever CI is set, whatever NO_COLOR says. */
const COLOURED = ['CI'];

/** The checks: types, lint, format, house. Each counts as one test. */
export const CHECKS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b', 'packages/config/tsconfig/all.json'] },
  { name: 'lint', command: ['oxlint'], without: COLOURED },
  { name: 'format', command: ['oxfmt', '--check'], without: COLOURED },
  { name: 'house', command: ['node', 'packages/config/src/check-house.ts'] },
];

/** Runs a step and shows what it prints; true when it ended well. A program that is not there ends badly. */
export function runStep(root: string, step: Step): boolean {
  const [program, ...args] = step.command;
  console.log(`\n> ${step.name}: ${step.command.join(' ')}`);
  const cwd = path.join(root, step.folder ?? '.');
  const { status, error } = spawnSync(program, args, {
    cwd,
    // Nothing in a run may wait for an answer.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: withoutNames(environment(process.env, path.join(cwd, 'node_modules/.bin')), step.without ?? []),
  });
  if (error !== undefined) console.log(`${program} did not start: ${error.message}`);
  return status === 0;
}

/** Plain text where nobody watches, no notice of turbo's about its telemetry, and the programs in `bin` first. */
export function environment(env: NodeJS.ProcessEnv, bin: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = env;
  const plain = env['CI'] === undefined || env['CI'] === '' ? env : { ...rest, NO_COLOR: '1' };
  return { ...plain, TURBO_TELEMETRY_DISABLED: '1', PATH: [bin, env['PATH'] ?? ''].join(path.delimiter) };
}

function withoutNames(env: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}
