import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '@plenary/programme';
import { EXIT, Failure, Told } from './failure.ts';

/** The way into the server that runs on a data folder. */
export interface ControlAddress {
  readonly port: number;
  readonly key: string;
}

/** The server refused a command; carries the problem it answered with. */
export class Refused extends Told {
  readonly code: string;
  constructor(code: string, detail: string, exitCode: number) {
    super(detail, exitCode);
    this.code = code;
  }
}

/** What a running server left in its data folder, if one runs there or was killed there. */
export async function readControlAddress(dataDir: string): Promise<ControlAddress | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dataDir, 'control.json'), 'utf8'));
    return isAddress(value) ? value : undefined;
  } catch {
    // Absent, half written or somebody else's: the folder's own lock decides.
    return undefined;
  }
}

/**
 * Asks the server to run a command, and tells its refusal in its words. `nobody-there` when no Plenary with this key
 * listens at that address any more: the file is a leftover of a server that was killed.
 */
export async function askServer(
  { port, key }: ControlAddress,
  name: string,
  args: unknown,
  lang: Lang,
): Promise<{ readonly result: unknown } | 'nobody-there'> {
  const response = await post(`http://127.0.0.1:${port}/command`, key, JSON.stringify({ name, args }), lang);
  if (response === undefined || response.status === UNAUTHORISED) return 'nobody-there';
  const body = await response.json().catch(() => {
    throw new Failure('server-lost');
  });
  if (response.ok) return { result: body };
  const { code, detail } = problemIn(body);
  throw new Refused(code, detail, exitCodeOf(code));
}

/** Exit codes that say more than “it failed”. */
export function exitCodeOf(problem: string): number {
  if (problem === 'audit-failed') return EXIT.auditFailed;
  return problem === 'format-unknown' || problem === 'request-malformed' ? EXIT.misuse : EXIT.failed;
}

async function post(url: string, key: string, body: string, lang: Lang): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'accept-language': lang,
      },
      body,
    });
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') return undefined;
    throw new Failure('server-lost');
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

function problemIn(body: unknown): { readonly code: string; readonly detail: string } {
  const code = fieldOf(body, 'code');
  const detail = fieldOf(body, 'detail');
  return {
    code: typeof code === 'string' ? code : 'internal',
    detail: typeof detail === 'string' ? detail : '',
  };
}

function isAddress(value: unknown): value is ControlAddress {
  return typeof fieldOf(value, 'port') === 'number' && typeof fieldOf(value, 'key') === 'string';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const UNAUTHORISED = 401;
