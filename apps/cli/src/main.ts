/** `plenary`: everything an operator does with a summit, with or without a running server. */
import { CommanderError } from 'commander';
import { EXIT, Failure, Told } from './failure.ts';
import { say } from './messages.ts';
import { misuse } from './misuse.ts';
import { createProgram } from './program.ts';
import { reasonOf } from './reason.ts';
import { langOf } from './settings.ts';
import { createShell } from './shell.ts';
import { TEXTS } from './texts.ts';

const args = process.argv.slice(2);
const lang = langOf(args, process.env);

try {
  await createProgram(TEXTS[lang], () => createShell(process.env, process.cwd(), lang)).parseAsync(args, {
    from: 'user',
  });
} catch (error) {
  tell(error);
}

function tell(error: unknown): void {
  const known = error instanceof CommanderError ? misuse(error, args[0] ?? '') : error;
  if (known === undefined) return;
  if (known instanceof Told) fail(known.message, known.exitCode);
  else if (known instanceof Failure) fail(say(known.sentence, lang, known.params), known.exitCode);
  else fail(say('unexpected', lang, { reason: reasonOf(known) }), EXIT.failed);
}

/** The exit code is set rather than forced, so that what was written to a pipe arrives. */
function fail(sentence: string, exitCode: number): void {
  console.error(sentence);
  process.exitCode = exitCode;
}
