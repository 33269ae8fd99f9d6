import { useCallback, useState } from 'react';
import { discardDraft, type Draft, readDrafts } from '../../collab/drafts.ts';

/** The drafts of a person in a group, as they are on this device and as they come in. */
export function useDrafts(person: string, group: string) {
  const [drafts, setDrafts] = useState(() => readDrafts(localStorage, person, group));
  // A draft the device could not keep is shown all the same: the page is then the only place that has it.
  const add = useCallback((draft: Draft) => {
    setDrafts((known) => [...known.filter(({ id }) => id !== draft.id), draft]);
  }, []);
  const discard = useCallback(
    (id: string) => {
      discardDraft(localStorage, person, group, id);
      setDrafts((known) => known.filter((draft) => draft.id !== id));
    },
    [group, person],
  );
  return { drafts, add, discard };
}
