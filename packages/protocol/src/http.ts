import { z } from 'zod';

/** Requests and responses of the HTTP interface, one schema each. Errors are `Problem`s (problems.ts). */

export const lang = z.enum(['fr', 'en']);
export const role = z.enum(['organiser', 'rapporteur', 'participant', 'reader']);
export const access = z.enum(['none', 'read', 'write', 'sign', 'organise']);

/** Where a group's section stands. `empty`: nobody has written yet. */
const groupState = z.enum(['empty', 'open', 'signed']);

const membershipView = z.object({ role, group: z.string().optional() });

/** Who is asking: the person behind the cookie or the bearer token. */
const personView = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.number().int(),
  memberships: z.array(membershipView),
});

const signOffView = z.object({
  /** Name of the rapporteur. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  seq: z.number().int(),
  hash: z.string(),
});

export const groupView = z.object({
  id: z.string(),
  /** Session id; empty for what stands before the sections of the report. */
  session: z.string(),
  /** Set for what stands before the sections. */
  front: z.enum(['editorial', 'summary']).optional(),
  title: z.string(),
  lang,
  state: groupState,
  seq: z.number().int(),
  epoch: z.number().int(),
  /** What the asker may do here, sign-off not considered. */
  access,
  /** People connected now. */
  present: z.number().int(),
  signOff: signOffView.optional(),
});

const sessionView = z.object({
  id: z.string(),
  kind: z.string(),
  /** The kind's name in the asker's language. */
  kindLabel: z.string(),
  title: z.string(),
  question: z.string().optional(),
  date: z.string(),
  place: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  timeAsGiven: z.string().optional(),
  speakers: z.array(z.string()),
  groups: z.array(groupView),
});

/** `GET /api/summits`: what anyone may know. */
const summitCard = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  whenAndWhere: z.string(),
  /** Whether the asker has joined. */
  joined: z.boolean(),
});
export const summitList = z.object({ summits: z.array(summitCard) });

/** `GET /api/summits/:summit` */
export const summitView = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  theme: z.string().optional(),
  lang,
  whenAndWhere: z.string(),
  hosts: z.array(z.string()),
  days: z.array(z.object({ date: z.string(), title: z.string(), sessions: z.array(sessionView) })),
  me: personView,
});

/** `GET /api/summits/:summit/groups` */
export const groupList = z.object({ groups: z.array(groupView) });

/** `GET /api/summits/:summit/groups/:group`: all the writing page needs before it opens the socket. */
export const groupDetail = groupView.extend({
  summit: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
  sessionTitle: z.string(),
  sessionKindLabel: z.string(),
  dayTitle: z.string(),
  question: z.string().optional(),
  /** The document schema the server speaks. A client of another one must not bind an editor. */
  schema: z.number().int(),
  /** The parts the document was seeded with. */
  parts: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      prompt: z.string(),
      expects: z.array(z.string()),
      /** The most words the part should have, and whether it has to be filled. Told to the writers only. */
      words: z.number().int().optional(),
      required: z.boolean().optional(),
    }),
  ),
  /** Names a writer may want to pick: the programme's speakers and organisations. */
  knownNames: z.array(z.string()),
  me: personView,
});

/** `GET /api/summits/:summit/groups/:group/section`: the exact version a rapporteur is about to sign. */
export const sectionView = z.object({
  seq: z.number().int(),
  hash: z.string(),
  /** The section as the HTML format prints it: a whole, inert document. */
  html: z.string(),
  contributors: z.array(z.string()),
  words: z.number().int(),
});

/** `GET /api/summits/:summit/groups/:group/writers`: who wrote with which Yjs client ids, as the server has bound them. */
export const writersView = z.object({
  writers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      colour: z.number().int(),
      clients: z.array(z.number().int()),
    }),
  ),
});

/** `POST …/sign-off`: the version that was read. Refused with `section-moved-on` when it is no longer the newest. */
export const signOffRequest = z.object({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `POST /api/join` */
export const joinRequest = z
  .object({
    code: z.string().max(200).optional(),
    token: z.string().max(200).optional(),
    name: z.string().max(500),
  })
  .refine((body) => (body.code === undefined) !== (body.token === undefined), { error: 'code or token' });

export const joined = z.object({
  person: personView,
  summit: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
  /** Set when the invitation is for one group. */
  group: z.string().optional(),
});

/** `GET /api/join/:code`: what an invitation leads to, before a name is given. The code or the token. */
export const invitationPreview = z.object({
  summit: z.object({ slug: z.string(), title: z.string(), whenAndWhere: z.string(), lang }),
  role,
  group: z.object({ id: z.string(), title: z.string() }).optional(),
  /** Set when this browser is already someone in that summit. */
  me: personView.optional(),
});

/** `GET /api/me` */
export const meView = z.object({ person: personView.optional(), summit: z.string().optional() });

const invitationView = z.object({
  id: z.string(),
  role,
  group: z.string().optional(),
  code: z.string(),
  url: z.string(),
  createdAt: z.string(),
  revoked: z.boolean(),
});
export const invitationList = z.object({ invitations: z.array(invitationView) });
export const invitationRequest = z.object({ role, group: z.string().optional() });
/** Only here is the token ever told. */
export const invitationCreated = z.object({
  id: z.string(),
  url: z.string(),
  code: z.string(),
  token: z.string(),
});

/** `POST /api/summits/:summit/groups`: one more table, topic or host. */
export const newGroupRequest = z.object({ session: z.string(), title: z.string().trim().min(1).max(200) });

export type PersonView = z.infer<typeof personView>;
export type GroupView = z.infer<typeof groupView>;
export type SessionView = z.infer<typeof sessionView>;
export type SummitCard = z.infer<typeof summitCard>;
export type SummitView = z.infer<typeof summitView>;
export type GroupDetail = z.infer<typeof groupDetail>;
export type SectionView = z.infer<typeof sectionView>;
export type WritersView = z.infer<typeof writersView>;
export type SignOffView = z.infer<typeof signOffView>;
export type Joined = z.infer<typeof joined>;
export type InvitationPreview = z.infer<typeof invitationPreview>;
export type InvitationView = z.infer<typeof invitationView>;
export type InvitationCreated = z.infer<typeof invitationCreated>;
export type MeView = z.infer<typeof meView>;
