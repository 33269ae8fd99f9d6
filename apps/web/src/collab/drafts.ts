/** Text that could not be taken into a section, kept for its writer on this device. */
export interface Draft {
  readonly id: string;
  /** Milliseconds since the epoch: when it was refused. */
  readonly at: number;
  readonly blocks: readonly string[];
}

/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The drafts of one person in one group, oldest first. Unreadable storage is none. */
export function readDrafts(storage: DraftStorage, person: string, group: string): readonly Draft[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(keyOf(person, group)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isDraft) : [];
  } catch {
    return [];
  }
}

/** Adds a draft. Returns false where the device refuses to keep it; the caller must then show it at once. */
export function keepDraft(storage: DraftStorage, person: string, group: string, draft: Draft): boolean {
  const others = readDrafts(storage, person, group).filter((known) => known.id !== draft.id);
  return write(storage, person, group, [...others, draft]);
}

/** Throws a draft away, on its writer's word. */
export function discardDraft(storage: DraftStorage, person: string, group: string, id: string): void {
  write(
    storage,
    person,
    group,
    readDrafts(storage, person, group).filter((draft) => draft.id !== id),
  );
}

function write(storage: DraftStorage, person: string, group: string, drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length === 0) storage.removeItem(keyOf(person, group));
    else storage.setItem(keyOf(person, group), JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

/** One key per person: on a shared laptop nobody finds another's words. */
function keyOf(person: string, group: string): string {
  return `plenary/draft/${person}/${group}`;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, blocks } = value as Partial<Record<keyof Draft, unknown>>;
  return (
    typeof id === 'string' &&
    typeof at === 'number' &&
    Array.isArray(blocks) &&
    blocks.every((block) => typeof block === 'string')
  );
}
