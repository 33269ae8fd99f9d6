import { resolve } from 'node:path';
import type { CommandResults } from '@plenary/operations';
import type { Lang } from '@plenary/programme';
import { Refused } from './control-client.ts';
import { runOnData } from './door.ts';
import { Failure } from './failure.ts';
import { readSettings, type Settings } from './settings.ts';

/** What every command of the command line works with. */
export interface Shell {
  readonly lang: Lang;
  readonly settings: Settings;
  /** Runs a command on the data, through the server where one runs. `named` is what the person wrote. */
  run<Name extends keyof CommandResults>(
    name: Name,
    args: object,
    named?: Readonly<Record<string, string>>,
  ): Promise<CommandResults[Name]>;
  /** An absolute path for a file named on the command line. */
  path(file: string): string;
  /** The result: one JSON value for a script, lines for a person. */
  print(json: boolean | undefined, value: unknown, lines: readonly string[]): void;
}

/** The shell for one call. Throws `Failure` where the environment is wrong. */
export function createShell(env: NodeJS.ProcessEnv, cwd: string, lang: Lang): Shell {
  const settings = readSettings(env, cwd);
  return {
    lang,
    settings,
    async run<Name extends keyof CommandResults>(
      name: Name,
      args: object,
      named: Readonly<Record<string, string>> = {},
    ) {
      try {
        const result = await runOnData(settings, name, args, lang);
        // The command of that name gave it, here or in a server of the same checkout: it has that command's type.
        return result as CommandResults[Name];
      } catch (error) {
        throw error instanceof Refused ? worded(error, named) : error;
      }
    },
    path: (file) => resolve(settings.folder, file),
    print(json, value, lines) {
      console.log(json === true ? JSON.stringify(value, null, 2) : lines.join('\n'));
    },
  };
}

/** A page is left by a link; a command line by another command. */
function worded(refused: Refused, named: Readonly<Record<string, string>>): Error {
  switch (refused.code) {
    case 'summit-unknown':
    case 'group-unknown':
    case 'section-signed':
      return new Failure(refused.code, named, refused.exitCode);
    default:
      return refused;
  }
}
