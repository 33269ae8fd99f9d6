/** `node apps/server/src/main.ts`: starts Plenary, prints where it is and the organisers' links, leaves on Ctrl-C. */
import { loadSample } from '@plenary/operations';
import { DataFolderInUse } from '@plenary/storage';
import { compose, type Composition } from './compose.ts';
import { BadSetting, readConfig, type Config } from './config.ts';
import { startServer } from './server.ts';
import { welcome } from './welcome.ts';

try {
  // pnpm tells where it was called; a relative DATA_DIR is relative to that, not to this file.
  await run(readConfig(process.env, process.env['INIT_CWD'] ?? process.cwd()));
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  const composition = await compose(config);
  const server = await startServer(composition).catch(async (error: unknown) => {
    await composition.data.close();
    throw error;
  });
  await firstRun(composition);
  console.log(await welcome(composition, server.port));

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

/** A server without any summit shows the sample, so that a newcomer has something to look at. */
async function firstRun({ context }: Composition): Promise<void> {
  const summits = await context.summits.summits();
  if (summits.length === 0) await loadSample(context, 'fr');
}

function sentenceFor(error: unknown): string {
  if (error instanceof BadSetting) return error.message;
  if (error instanceof DataFolderInUse) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env;
  if (code === 'EADDRINUSE')
    return `Port ${PORT} is in use by another program. Stop it, or choose another with PORT, for example PORT=3001.`;
  if (code === 'EACCES')
    return `Port ${PORT} on ${HOST} may not be used by this account. Choose one above 1024 with PORT.`;
  if (code === 'EADDRNOTAVAIL')
    return `HOST=${HOST} is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
