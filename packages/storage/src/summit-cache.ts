import { documentsOf, type Summit, type SummitStore } from '@plenary/programme';

/**
 * A summit store that keeps the summits it has read: whoever comes in asks for one, five hundred at once when the
 * doors open, and it changes a few times in its life. Exact, because nobody else writes to the store.
 */
export function withSummitCache(store: SummitStore): SummitStore {
  // Only what was found is kept, so that asking for what does not exist fills nothing; and each summit once, though it
  // is asked for by hundreds of groups.
  const known = new Map<string, Promise<Summit | undefined>>();

  const remember = (key: string, read: () => Promise<Summit | undefined>): Promise<Summit | undefined> => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = read();
    const forget = (): void => {
      if (known.get(key) === reading) known.delete(key);
    };
    known.set(key, reading);
    reading.then((summit) => {
      if (summit === undefined) return forget();
      if (known.get(key) !== reading) return;
      for (const name of namesOf(summit)) known.set(name, reading);
    }, forget);
    return reading;
  };

  /** Forgets before the change and after it: what is read meanwhile may be either. */
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    known.clear();
    try {
      return await change();
    } finally {
      known.clear();
    }
  };

  return {
    ...store,
    createSummit: (...args) => changing(() => store.createSummit(...args)),
    addGroup: (...args) => changing(() => store.addGroup(...args)),
    summit: (idOrSlug) => remember(summitKey(idOrSlug), () => store.summit(idOrSlug)),
    summitOfGroup: (group) => remember(groupKey(group), () => store.summitOfGroup(group)),
  };
}

function namesOf(summit: Summit): readonly string[] {
  const { id, slug } = summit;
  return [summitKey(id), summitKey(slug), ...documentsOf(summit).map((document) => groupKey(document.id))];
}

function summitKey(idOrSlug: string): string {
  return `summit ${idOrSlug}`;
}

function groupKey(id: string): string {
  return `group ${id}`;
}
