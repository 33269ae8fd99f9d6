import type { Sentence } from './messages.ts';

/** Something a person asked for and cannot have: one sentence, and the exit code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly sentence: Sentence;
  readonly params: Readonly<Record<string, string>>;
  readonly exitCode: number;

  constructor(
    sentence: Sentence,
    params: Readonly<Record<string, string>> = {},
    exitCode: number = EXIT.failed,
  ) {
    super(sentence);
    this.sentence = sentence;
    this.params = params;
    this.exitCode = exitCode;
  }
}

/** A refusal in words the server has chosen already. */
export class Told extends Error {
  override readonly name = 'Told';
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What a script sees. */
export const EXIT = {
  whole: 0,
  /** What was asked for could not be done. */
  failed: 1,
  /** The command line itself was wrong. */
  misuse: 2,
  /** The report was written, and somebody should look at its remarks. */
  warnings: 3,
  /** Text would have been missing: nothing was written. */
  auditFailed: 4,
} as const;
