import type { SummitView } from '@plenary/protocol';

/** The title of a group of a summit; undefined for the whole summit or an unknown group. */
export function groupTitle(summit: SummitView, group: string | undefined): string | undefined {
  return summit.days
    .flatMap(({ sessions }) => sessions.flatMap(({ groups }) => groups))
    .find(({ id }) => id === group)?.title;
}
