import { ProblemError } from '@plenary/protocol';

export interface Places {
  /** Resolves, in the order of asking, when there is a place; the result gives it back. Rejects who has too many. */
  take(who: string): Promise<() => void>;
}

/**
 * Places for what takes memory while it lasts. Whoever is one too many waits for a place; whoever has or awaits more
 * than one person needs is refused with `too-many-requests`, so that nobody can take all the places.
 */
export function createPlaces({ all, each }: { readonly all: number; readonly each: number }): Places {
  const taken = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let free = all;

  return {
    async take(who) {
      const own = taken.get(who) ?? 0;
      if (own >= each) throw new ProblemError('too-many-requests');
      taken.set(who, own + 1);
      if (free > 0) free -= 1;
      else await new Promise<void>((begin) => waiting.push(begin));
      return () => {
        const left = (taken.get(who) ?? 1) - 1;
        if (left === 0) taken.delete(who);
        else taken.set(who, left);
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      };
    },
  };
}
