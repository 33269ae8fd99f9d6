import type { Person } from '@plenary/programme';
import type { PersonView } from '@plenary/protocol';

/** A person as the interface tells them about themselves. */
export function personView({ id, name, colour, memberships }: Person): PersonView {
  return {
    id,
    name,
    colour,
    memberships: memberships.map(({ role, group }) => ({ role, ...(group !== undefined && { group }) })),
  };
}
