import type { IncomingMessage } from 'node:http';
import { accessOf } from '@plenary/operations';
import { allows, type Person } from '@plenary/programme';
import { CLOSE, SUBPROTOCOL, SYNC_PATH, type CloseCode } from '@plenary/protocol';
import type { Client } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { askersOf } from '../http/asker.ts';
import { isOwnOrigin } from '../http/origin.ts';

/** Who comes in as what, or why not. */
export type Admission =
  | { readonly client: Client }
  | { readonly refused: CloseCode; readonly reason: string };

/** The address of a sync request; undefined when it asks for something else. */
export function syncAddress(request: IncomingMessage): URL | undefined {
  // Some addresses, `//` among them, are no URL at all.
  const base = 'http://localhost';
  const address = request.url ?? '';
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.pathname.startsWith(`${SYNC_PATH}/`) ? url : undefined;
}

/**
 * Decides about a connection before its first frame, by cookie or bearer token as for any request; again when somebody
 * lost a right or gained one meanwhile, who is not connected yet to be told.
 */
export async function admitAsOfNow(
  composition: Pick<Composition, 'context' | 'config' | 'log'>,
  request: IncomingMessage,
  url: URL,
  dialect: Client['dialect']['kind'],
): Promise<Admission> {
  const { context, log } = composition;
  let decided: number;
  let admission: Admission;
  do {
    decided = context.rooms.disconnections;
    admission = await admit(composition, request, url, dialect).catch((): Admission => {
      log.error('admission failed');
      return { refused: CLOSE.overloaded, reason: 'try again later' };
    });
  } while (decided !== context.rooms.disconnections);
  return admission;
}

/** The dialect that a client offers at the handshake. */
export function offeredDialect(request: IncomingMessage): Client['dialect']['kind'] {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.includes(SUBPROTOCOL) ? 'plenary' : 'plain';
}

/** Who is asking, in the summit of a group. */
export async function personFor(
  context: Composition['context'],
  request: IncomingMessage,
  group: string,
): Promise<Person | undefined> {
  const summit = await context.summits.summitOfGroup(group);
  return summit === undefined ? undefined : personIn(context, request, summit.id);
}

async function admit(
  { context, config }: Pick<Composition, 'context' | 'config'>,
  request: IncomingMessage,
  url: URL,
  dialect: Client['dialect']['kind'],
): Promise<Admission> {
  if (!isOwnOrigin(request, config.publicUrl)) return refuse('noAccess', 'foreign origin');
  const group = groupIn(url);
  const summit = group === undefined ? undefined : await context.summits.summitOfGroup(group);
  if (group === undefined || summit === undefined) return refuse('gone', 'no such group');
  const person = await personIn(context, request, summit.id);
  if (person === undefined) return refuse('noSession', 'join the summit first');
  const owner = url.searchParams.get('person');
  if (owner !== null && owner !== person.id) return refuse('noSession', 'somebody else is here now');
  const found = await accessOf(context, person, group);
  if (found === undefined || !allows(found.access, 'read'))
    return refuse('noAccess', 'no access to this group');
  return {
    client: {
      document: found.group.id,
      person: { id: person.id, name: person.name, colour: person.colour },
      access: allows(found.access, 'write') ? 'write' : 'read',
      dialect:
        dialect === 'plenary'
          ? { kind: 'plenary', schema: numberIn(url, 'schema'), epoch: numberIn(url, 'epoch') }
          : PLAIN,
    },
  };
}

/** The same for everybody, as is the id above: a thousand connections hold one. */
const PLAIN: Client['dialect'] = { kind: 'plain' };

async function personIn(
  context: Composition['context'],
  request: IncomingMessage,
  summit: string,
): Promise<Person | undefined> {
  const askers = await askersOf(context, request);
  return askers.find((asker) => asker.summit === summit);
}

function refuse(code: keyof typeof CLOSE, reason: string): Admission {
  return { refused: CLOSE[code], reason };
}

function groupIn(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname.slice(SYNC_PATH.length + 1));
  } catch {
    return undefined;
  }
}

function numberIn(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
