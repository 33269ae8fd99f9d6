import type { WritersView } from '@plenary/protocol';
import { requireAccess, type Asker } from './asker.ts';
import { peopleOf } from './authors.ts';
import type { Context } from './context.ts';
import { findGroup, findSummit } from './lookup.ts';

/**
 * Who wrote in a group document, each with the client ids the server has bound to them: what a client claims about
 * itself is not asked. Words of the server, of programs and of whoever was erased belong to nobody here. Members only.
 */
export async function viewWriters(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  asker: Asker,
): Promise<WritersView> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'read');
  const people = await peopleOf(context, summit);
  const clientsOf = new Map<string, number[]>();
  for (const [client, author] of await context.documents.owners(group.id)) {
    const clients = clientsOf.get(author) ?? [];
    clients.push(client);
    clientsOf.set(author, clients);
  }
  const writers = [...clientsOf].flatMap(([author, clients]) => {
    const person = people.get(author);
    return person === undefined
      ? []
      : [
          {
            id: person.id,
            name: person.name,
            colour: person.colour,
            clients: clients.toSorted((a, b) => a - b),
          },
        ];
  });
  return { writers: writers.toSorted((one, other) => BY_NAME.compare(one.name, other.name)) };
}

const BY_NAME = new Intl.Collator();
