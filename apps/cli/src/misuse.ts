import type { CommanderError } from 'commander';
import { EXIT, Failure } from './failure.ts';
import type { Sentence } from './messages.ts';

/** A wrong command line, as one sentence in the person's language; undefined where help was asked for and shown. */
export function misuse(error: CommanderError, command: string): Failure | undefined {
  if (error.exitCode === 0) return undefined;
  const sentence = SENTENCES[error.code] ?? 'command-missing';
  // Commander quotes what it speaks of first.
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  return new Failure(sentence, { what, command }, EXIT.misuse);
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': 'option-unknown',
  'commander.unknownCommand': 'command-unknown',
  'commander.help': 'command-missing',
  'commander.missingArgument': 'argument-missing',
  'commander.missingMandatoryOptionValue': 'argument-missing',
  'commander.optionMissingArgument': 'argument-missing',
  'commander.excessArguments': 'arguments-excess',
  'commander.invalidArgument': 'value-invalid',
};
