import { CLOSE, type CloseCode, type Notice } from '@plenary/protocol';
import type { Client, ConnectedPerson } from './api.ts';
import type { Limits } from './limits.ts';
import type { DocumentHead } from './ports.ts';

/** Why a connection is turned away: what it is told, and the code it is closed with. */
export interface Refusal {
  readonly notice: Notice;
  readonly code: CloseCode;
}

/** Before anything is loaded: an editor with another schema would delete what it does not know. */
export function refuseSchema(client: Client, schemaVersion: number): Refusal | undefined {
  const { dialect } = client;
  if (dialect.kind === 'plain' || dialect.schema === schemaVersion) return undefined;
  return { notice: { type: 'schema', wanted: schemaVersion }, code: CLOSE.schemaTooOld };
}

/** Once the head is known: a replica of another epoch must never be merged. */
export function refuseEpoch(client: Client, head: DocumentHead): Refusal | undefined {
  const { dialect } = client;
  if (dialect.kind === 'plain' || dialect.epoch === undefined || dialect.epoch === head.epoch)
    return undefined;
  return { notice: { type: 'epoch', epoch: head.epoch }, code: CLOSE.conflict };
}

/** What a connection may do now. */
export function accessOf(client: Client, head: DocumentHead): 'read' | 'write' {
  return head.seal === undefined ? client.access : 'read';
}

/** The people of some connections, each once. */
export function peopleOf(
  sessions: ReadonlySet<{ readonly client: Client }> | undefined,
): readonly ConnectedPerson[] {
  const people = [...(sessions ?? [])].map(({ client: { person } }) => [person.id, person] as const);
  return [...new Map(people).values()];
}

/**
 * Whether a document has a place for one more. Who comes last is the one turned away: those who are in may hold text
 * that is not saved yet, and closing the oldest would make two clients push each other out for ever.
 */
export function hasPlace(
  sessions: ReadonlySet<{ readonly client: Client }>,
  { person }: Client,
  limits: Limits,
): boolean {
  if (sessions.size >= limits.connectionsPerDocument) return false;
  if (sessions.size < limits.connectionsPerPerson) return true;
  let own = 0;
  for (const { client } of sessions) if (client.person.id === person.id) own += 1;
  return own < limits.connectionsPerPerson;
}
