import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';

/** Somebody who has the document open. Several tabs of one person are one. */
export interface PresentPerson {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  /** Has the caret in the text. */
  readonly writing: boolean;
}

/** Who is here now, in the order of their names; the reader included. */
export function usePresence(awareness: Awareness | undefined): readonly PresentPerson[] {
  const store = useMemo(() => presenceStore(awareness), [awareness]);
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(listener), [store]),
    store.read,
  );
}

/** In a full room somebody moves all the time; who is here is looked at this often. */
const LOOK_MS = 250;

/** Reads presence so that an unchanged list is the same list, and now and then while it changes. */
export function presenceStore(awareness: Awareness | undefined) {
  let last: readonly PresentPerson[] = [];
  let isOld = true;
  const read = (): readonly PresentPerson[] => {
    if (!isOld) return last;
    isOld = false;
    const now = peopleIn(awareness);
    if (JSON.stringify(now) !== JSON.stringify(last)) last = now;
    return last;
  };
  const subscribe = (listener: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      isOld = true;
      listener();
    };
    const own = (): string => JSON.stringify(personIn(awareness?.getLocalState() ?? {}));
    let before = own();
    const changed = ({ added, removed, updated }: Changes): void => {
      const isOwn = [...added, ...removed, ...updated].every((client) => client === awareness?.clientID);
      // One's own caret moves with every key, and nothing is told of it here but that there is one.
      if (isOwn && before === own()) return;
      before = own();
      timer ??= setTimeout(look, LOOK_MS);
    };
    isOld = true;
    awareness?.on('change', changed);
    return () => {
      clearTimeout(timer);
      awareness?.off('change', changed);
    };
  };
  return { read, subscribe };
}

interface Changes {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly updated: readonly number[];
}

function peopleIn(awareness: Awareness | undefined): readonly PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const state of awareness?.getStates().values() ?? []) {
    const person = personIn(state);
    if (!person) continue;
    const writing = person.writing || people.get(person.id)?.writing === true;
    people.set(person.id, { ...person, writing });
  }
  return [...people.values()].toSorted((one, other) => BY_NAME.compare(one.name, other.name));
}

/** Stock clients may say anything in their state. */
function personIn(state: Readonly<Record<string, unknown>>): PresentPerson | undefined {
  const user: unknown = state['user'];
  if (typeof user !== 'object' || user === null || !('name' in user) || !('id' in user)) return undefined;
  const { id, name } = user;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const colour = 'colour' in user && typeof user.colour === 'number' ? user.colour : 0;
  return { id, name, colour, writing: state['cursor'] !== undefined && state['cursor'] !== null };
}

const BY_NAME = new Intl.Collator();
