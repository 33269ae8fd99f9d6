import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { EXIT } from './failure.ts';
import type { Texts } from './texts.ts';

/** `serve`: the server as a process of its own, whose output and signals pass through. */
export function addServeCommand(program: Command, texts: Texts): void {
  program
    .command('serve')
    .description(texts.commands.serve)
    .action(async () => {
      process.exitCode = await serve();
    });
}

async function serve(): Promise<number> {
  const server = spawn(process.execPath, [SERVER], { stdio: 'inherit' });
  const stops = SIGNALS.map((signal) => {
    const pass = (): void => {
      // A terminal sends Ctrl-C to the server as well; told twice, it would leave without saving.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
    };
    process.on(signal, pass);
    return () => process.off(signal, pass);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.once('exit', (code) => {
      for (const stop of stops) stop();
      done(code ?? EXIT.failed);
    });
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const SERVER = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
