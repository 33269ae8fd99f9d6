import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { personOfInvitation, personOfSession, type Context } from '@plenary/operations';
import type { Person } from '@plenary/programme';
import { ProblemError } from '@plenary/protocol';

/**
 * Who is asking. A browser holds one cookie per summit it joined, a program sends an invitation's token as
 * bearer. The same code decides for HTTP requests and for the socket's upgrade.
 */
export async function askersOf(context: Context, request: IncomingMessage): Promise<readonly Person[]> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    const person = await personOfInvitation(context, bearer);
    return person === undefined ? [] : [person];
  }
  const tokens = Object.entries(parseCookie(request.headers.cookie ?? ''))
    .filter(([name]) => name.startsWith(COOKIE_PREFIX))
    .map(([, token]) => token)
    .filter((token) => token !== undefined)
    .slice(0, MOST_COOKIES);
  const people = await Promise.all(tokens.map((token) => personOfSession(context, token)));
  return people.filter((person) => person !== undefined);
}

/** The asker's person in one summit; throws `session-missing` when there is none. */
export async function askerIn(
  context: Context,
  request: IncomingMessage,
  summitIdOrSlug: string,
): Promise<Person> {
  const [summit, askers] = await Promise.all([
    context.summits.summit(summitIdOrSlug),
    askersOf(context, request),
  ]);
  if (summit === undefined) throw new ProblemError('summit-unknown');
  const person = askers.find((candidate) => candidate.summit === summit.id);
  if (person === undefined) throw new ProblemError('session-missing');
  return person;
}

/** The `Set-Cookie` value that keeps a browser the same person after a reload. */
export function sessionCookie(summit: string, token: string, secure: boolean): string {
  return stringifySetCookie({
    name: `${COOKIE_PREFIX}${summit}`,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: SESSION_SECONDS,
  });
}

const COOKIE_PREFIX = 'plenary_';
/** A person attends a handful of summits on one server; more cookies than this are somebody's experiment. */
const MOST_COOKIES = 20;
/** A year: the rapporteur finishes on the train, the organiser comes back months later. */
const SESSION_SECONDS = 365 * 24 * 3600;
