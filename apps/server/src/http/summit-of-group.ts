import type { Context } from '@plenary/operations';

/** Which summit a group belongs to, looked up once: groups do not move. Undefined when unknown or unreadable. */
export function createSummitOfGroup({
  summits,
}: Pick<Context, 'summits'>): (group: string) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async (group) => {
    const found = known.get(group);
    if (found !== undefined) return found;
    const summit = await summits.summitOfGroup(group).catch(() => undefined);
    if (summit !== undefined) known.set(group, summit.id);
    return summit?.id;
  };
}
