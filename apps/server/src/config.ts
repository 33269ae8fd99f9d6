import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The environment, parsed once. Names and defaults are the contract with operators (README). */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** What links and QR codes contain, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting has a value the program cannot use; the message says what to write. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

const settings = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a number from 1 to 65535, for example PORT=3000.' })
    .int({ error: 'PORT must be a whole number from 1 to 65535, for example PORT=3000.' })
    .min(1, { error: 'PORT must be a number from 1 to 65535, for example PORT=3000.' })
    .max(65_535, { error: 'PORT must be a number from 1 to 65535, for example PORT=3000.' })
    .default(3000),
  HOST: z
    .string()
    .regex(/^([\w.:%-]+|\[[\da-f:.]+\])$/i, {
      error: 'HOST must be an address such as 127.0.0.1 or 0.0.0.0.',
    })
    .transform((host) => host.replace(/^\[|\]$/g, ''))
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine((url) => originOf(url) !== undefined, {
      error: 'PUBLIC_URL must be the address people open, for example PUBLIC_URL=https://summit.example.org.',
      abort: true,
    })
    .refine(isOnlyAnOrigin, {
      error:
        'PUBLIC_URL must end after the host and its port: Plenary cannot live under a path. Write for example PUBLIC_URL=https://summit.example.org.',
    })
    .optional(),
  DATA_DIR: z
    .string()
    .min(1, { error: 'DATA_DIR must name a folder, for example DATA_DIR=./data.' })
    .default('./data'),
  DATABASE_URL: z
    .undefined({
      error:
        'DATABASE_URL is set, but this version stores in DATA_DIR only. Unset DATABASE_URL and start again.',
    })
    .optional(),
  REDIS_URL: z
    .undefined({
      error: 'REDIS_URL is set, but this version runs as one process. Unset REDIS_URL and start again.',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })
    .default('info'),
});

/** Reads the settings, or throws `BadSetting` with a sentence per wrong value. `baseDir`: what a relative DATA_DIR is relative to. */
export function readConfig(environment: NodeJS.ProcessEnv, baseDir: string): Config {
  const known = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [
      name,
      environment[name] === '' ? undefined : environment[name],
    ]),
  );
  const parsed = settings.safeParse(known);
  if (!parsed.success) throw new BadSetting(parsed.error.issues.map(({ message }) => message).join('\n'));
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: new URL(PUBLIC_URL ?? derivedUrl(HOST, PORT)).origin,
    dataDir: resolve(baseDir, DATA_DIR),
    logLevel: LOG_LEVEL,
  };
}

function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

/** Neither a path nor a question nor a password: nothing that would be dropped in silence. */
function isOnlyAnOrigin(url: string): boolean {
  const { pathname, search, hash, username, password } = new URL(url);
  return /^\/*$/.test(pathname) && search + hash + username + password === '';
}

/** The address of this machine on its network, so that a phone can follow the link. */
function derivedUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? (networkAddress() ?? '127.0.0.1') : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function networkAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
