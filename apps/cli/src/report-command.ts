import { dirname, join } from 'node:path';
import { Option, type Command } from 'commander';
import { formats } from '@plenary/exporters';
import type { CommandResults } from '@plenary/operations';
import { EXIT } from './failure.ts';
import { writeBeside, writeWhole } from './files.ts';
import type { Shell } from './shell.ts';
import { command } from './summit-commands.ts';
import { labelled, textOf, type Texts } from './texts.ts';

interface ReportOptions {
  readonly format: string;
  readonly out: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `report`: the whole report as one file, with its pictures beside it where it cannot hold them, or none. */
export function addReportCommand(program: Command, texts: Texts, shell: () => Shell): void {
  command(program, texts, 'report')
    .argument('<summit>', texts.summit)
    .addOption(
      new Option(
        '--format <format>',
        `${texts.format} (${formats.map(({ id }) => id).join(', ')})`,
      ).makeOptionMandatory(),
    )
    .addOption(new Option('--out <file>', texts.out).makeOptionMandatory())
    .action((summit: string, options: ReportOptions) => report(shell(), summit, options));
}

/**
 * The file appears under its name only when it is whole and audited; the exit code tells whether a person should
 * look at its remarks.
 */
async function report(
  shell: Shell,
  summit: string,
  { format, out, lang, json }: ReportOptions,
): Promise<void> {
  const result = await shell.run('report', { summit, format, lang }, { summit });
  const bytes = Buffer.from(result.file, 'base64');
  const file = shell.path(out);
  const beside = result.besides.map(({ path, file: picture }) => ({
    path: join(dirname(file), path),
    bytes: Buffer.from(picture, 'base64'),
  }));
  for (const one of beside) await writeBeside(one.path, one.bytes);
  await writeWhole(file, bytes);
  const { diagnostics, mediaType } = result;
  shell.print(
    json,
    { file, format, mediaType, bytes: bytes.length, besides: beside.map(({ path }) => path), diagnostics },
    [
      labelled(shell.lang, textOf(shell.lang, 'written'), file),
      ...(beside.length === 0 ? [] : [labelled(shell.lang, textOf(shell.lang, 'besides'), beside.length)]),
      ...diagnostics.map(({ severity, message }) => {
        return `  ${labelled(shell.lang, textOf(shell.lang, 'severities')[severity], message)}`;
      }),
    ],
  );
  if (needsLook(diagnostics)) process.exitCode = EXIT.warnings;
}

function needsLook(diagnostics: CommandResults['report']['diagnostics']): boolean {
  return diagnostics.some(({ severity }) => severity !== 'note');
}
