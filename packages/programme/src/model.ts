import type { Lang } from './lang.ts';
import type { SessionKind } from './template.ts';

/** What a summit is. Everything here is plain data: read from a file, stored as it is, sent as JSON. */

/** ISO 8601 calendar date, `2016-10-13`. */
export type IsoDate = string;
export type { Lang };

export interface Summit {
  readonly id: string;
  /** Part of addresses: `[a-z0-9-]+`, unique on a server. */
  readonly slug: string;
  readonly title: string;
  readonly theme?: string;
  readonly themeQuestions: readonly string[];
  readonly lang: Lang;
  /** IANA time zone. */
  readonly timezone: string;
  readonly city?: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Organisations that hold the summit, by id. */
  readonly hosts: readonly string[];
  readonly partners: readonly string[];
  readonly places: readonly Place[];
  readonly organisations: readonly Organisation[];
  readonly speakers: readonly Speaker[];
  readonly days: readonly Day[];
  readonly sessions: readonly Session[];
  /**
   * Session kinds as they were when the summit was made: they count before the program's own, so that documents are
   * shown and added by the templates the summit began with. Absent in a summit that is older than this.
   */
  readonly kinds?: readonly SessionKind[];
  readonly groups: readonly Group[];
  /** What stands before the sections of the report. Absent in a summit that is older than these documents. */
  readonly front?: readonly FrontDocument[];
}

export interface Place {
  readonly id: string;
  readonly name: string;
}
export interface Organisation {
  readonly id: string;
  readonly name: string;
}
/** A person the programme names. Who joins with a name is a `Person`. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
}
export interface Day {
  readonly date: IsoDate;
  /** Session ids in order. */
  readonly sessions: readonly string[];
}
export interface Session {
  readonly id: string;
  /** Id of a session kind; kinds are data (`SessionKind`). */
  readonly kind: string;
  readonly title: string;
  /** The guiding question. */
  readonly question?: string;
  readonly date: IsoDate;
  readonly place?: string;
  /** ISO 8601 local time `09:30`, where the programme gives one. */
  readonly start?: string;
  readonly end?: string;
  /** The programme's own wording of the time, where it gives no clock time. */
  readonly timeAsGiven?: string;
  /** Speaker ids. */
  readonly speakers: readonly string[];
  /** Organisation ids: visited hosts, intermediaries with a space. */
  readonly hosts: readonly string[];
  readonly topics: readonly string[];
}
/** People who write one document together. Its id names the document on the wire. */
export interface Group {
  readonly id: string;
  readonly session: string;
  readonly title: string;
  readonly lang: Lang;
}

/** What stands before the sections: a word of those who held the summit, and the whole in a page. */
export type FrontKind = 'editorial' | 'summary';
/** A document before the sections. It is opened and written like a group's, and belongs to no session: `session` is empty. */
export interface FrontDocument extends Group {
  readonly front: FrontKind;
}

export type Role = 'organiser' | 'rapporteur' | 'participant' | 'reader';

/** A role in the whole summit, or in one group of it. */
export interface Membership {
  readonly role: Role;
  readonly group?: string;
}
/** Someone who joined: a name and a colour, no account. */
export interface Person {
  readonly id: string;
  readonly summit: string;
  readonly name: string;
  /** Index into the palette of presence colours. */
  readonly colour: number;
  readonly memberships: readonly Membership[];
}
export interface Invitation extends Membership {
  readonly id: string;
  readonly summit: string;
  /** Short code, typed by hand: upper case, without characters that look alike. */
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly revokedAt?: number;
}
