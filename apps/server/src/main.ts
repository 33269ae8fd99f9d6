/** `node apps/server/src/main.ts`: starts Plenary, prints where it is and the organisers' links, leaves on Ctrl-C. */
import { loadSample } from '@plenary/operations';
import { compose, type Composition } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { startServer, type RunningServer } from './server.ts';
import { startSentence } from './start-sentence.ts';
import { welcome } from './welcome.ts';
import { withoutText } from './without-text.ts';

let config: Config | undefined;
try {
  // pnpm tells where it was called; a relative DATA_DIR is relative to that, not to this file.
  config = readConfig(process.env, process.env['INIT_CWD'] ?? process.cwd());
  await run(config);
} catch (error) {
  console.error(startSentence(error, config));
  process.exit(1);
}

async function run(settings: Config): Promise<void> {
  const composition = await compose(settings);
  const server = await startServer(composition).catch(async (error: unknown) => {
    await composition.data.close();
    throw error;
  });
  leaveWhenMistaken(composition);
  leaveWhenAsked(server);
  leaveWhenBroken(server, composition);
  try {
    await firstRun(composition);
    console.log(await welcome(composition, server.port));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A server without any summit shows the sample, so that a newcomer has something to look at. */
async function firstRun({ context }: Composition): Promise<void> {
  const summits = await context.summits.summits();
  if (summits.length === 0) await loadSample(context, 'fr');
}

/** The first signal saves what was received; the second does not wait for it. */
function leaveWhenAsked(server: RunningServer): void {
  let asked = 0;
  const leave = (): void => {
    asked += 1;
    if (asked > 1) process.exit(1);
    console.log('Saving what was received and leaving …');
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

/** After a failed disk nothing more can be stored: whoever starts Plenary again recovers what was acknowledged. */
function leaveWhenBroken(server: RunningServer, { storeBroken }: Composition): void {
  void storeBroken.then(async (error) => {
    console.error(error.message);
    await server.stop().catch(() => undefined);
    process.exit(1);
  });
}

/** What nobody caught leaves the program in a state nobody knows. What is on disk is whole; the next start reads it. */
function leaveWhenMistaken({ log }: Composition): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: withoutText(error) }, 'a mistake of the program; start Plenary again');
    process.exit(1);
  });
}
