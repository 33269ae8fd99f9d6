import { Command } from 'commander';
import { addDataCommands } from './data-commands.ts';
import { addGroupCommands } from './group-commands.ts';
import { addReportCommand } from './report-command.ts';
import { addServeCommand } from './serve-command.ts';
import type { Shell } from './shell.ts';
import { addSummitCommands } from './summit-commands.ts';
import type { Texts } from './texts.ts';

/** The whole command line. `shell` is asked for only when a command runs, so that help never needs a sound environment. */
export function createProgram(texts: Texts, shell: () => Shell): Command {
  const program = new Command('plenary')
    .description(texts.about)
    .helpCommand('help [command]', texts.help)
    .helpOption('-h, --help', texts.help)
    .configureHelp({ styleTitle: (title) => texts.titles[title] ?? title })
    .configureOutput({ writeErr: () => undefined })
    // Thrown, and told as one sentence by whoever started this.
    .exitOverride();
  addServeCommand(program, texts);
  addSummitCommands(program, texts, shell);
  addGroupCommands(program, texts, shell);
  addReportCommand(program, texts, shell);
  addDataCommands(program, texts, shell);
  return program;
}
