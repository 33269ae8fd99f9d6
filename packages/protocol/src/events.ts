/**
 * `GET /api/summits/:summit/events` (server-sent events). Each event is a hint to fetch again, named by
 * `type` and sent as JSON; missing one loses nothing, because a reconnecting page fetches everything.
 */
export type SummitEvent =
  /** A section has a newer version, was signed or reopened. */
  | {
      readonly type: 'group';
      readonly group: string;
      readonly seq: number;
      readonly epoch: number;
      readonly signed: boolean;
    }
  /** The number of people writing in a group changed. */
  | { readonly type: 'presence'; readonly group: string; readonly present: number }
  /** The list of groups or sessions changed. */
  | { readonly type: 'programme' }
  /** How the report is put together changed. */
  | { readonly type: 'report' };
