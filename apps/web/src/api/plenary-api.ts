import type {
  GroupDetail,
  GroupView,
  InvitationCreated,
  InvitationPreview,
  InvitationView,
  Joined,
  SectionView,
  SummitCard,
  SummitView,
  WritersView,
} from '@plenary/protocol';
import { request, requestJson } from './request.ts';

type Signal = AbortSignal | undefined;
const withSignal = (signal: Signal) => (signal ? { signal } : {});
const summitPath = (summit: string) => `/summits/${encodeURIComponent(summit)}`;
const groupPath = (summit: string, group: string) =>
  `${summitPath(summit)}/groups/${encodeURIComponent(group)}`;

/** The summits of this server, and which of them the asker has joined. */
export const fetchSummits = (signal?: AbortSignal) =>
  requestJson<{ readonly summits: readonly SummitCard[] }>('/summits', withSignal(signal));

/** A summit with its programme, as far as the asker may see it. */
export const fetchSummit = (summit: string, signal?: AbortSignal) =>
  requestJson<SummitView>(summitPath(summit), withSignal(signal));

/** All the writing page needs before it opens the socket. */
export const fetchGroup = (summit: string, group: string, signal?: AbortSignal) =>
  requestJson<GroupDetail>(groupPath(summit, group), withSignal(signal));

/** The exact version of a section that a rapporteur is about to sign. */
export const fetchSection = (summit: string, group: string, signal?: AbortSignal) =>
  requestJson<SectionView>(`${groupPath(summit, group)}/section`, withSignal(signal));

/** Who wrote with which client ids of a group document. */
export const fetchWriters = (summit: string, group: string, signal?: AbortSignal) =>
  requestJson<WritersView>(`${groupPath(summit, group)}/writers`, withSignal(signal));

/** What a code or a token leads to, before a name is given. */
export const fetchInvitationPreview = (code: string, signal?: AbortSignal) =>
  requestJson<InvitationPreview>(`/join/${encodeURIComponent(code)}`, withSignal(signal));

/** Codes are short and typed by hand; what is longer is a link's token. */
export const joinSummit = (codeOrToken: string, name: string) =>
  requestJson<Joined>('/join', {
    method: 'POST',
    body: { ...(codeOrToken.length > LONGEST_CODE ? { token: codeOrToken } : { code: codeOrToken }), name },
  });

/** Signs the version that was read; refused when it is no longer the newest. */
export const signOff = (
  summit: string,
  group: string,
  version: { readonly seq: number; readonly hash: string },
) =>
  request(`${groupPath(summit, group)}/sign-off`, {
    method: 'POST',
    body: { seq: version.seq, hash: version.hash },
  });

/** Opens a signed section to edits again, in a new epoch. */
export const reopen = (summit: string, group: string) =>
  request(`${groupPath(summit, group)}/reopen`, { method: 'POST' });

/** The invitations of a summit, revoked ones too. For organisers. */
export const fetchInvitations = (summit: string, signal?: AbortSignal) =>
  requestJson<{ readonly invitations: readonly InvitationView[] }>(
    `${summitPath(summit)}/invitations`,
    withSignal(signal),
  );

/** A new invitation for a role, in one group or in the whole summit. */
export const createInvitation = (summit: string, role: InvitationView['role'], group: string | undefined) =>
  requestJson<InvitationCreated>(`${summitPath(summit)}/invitations`, {
    method: 'POST',
    body: { role, ...(group !== undefined && { group }) },
  });

/** Lets nobody in with it any more. */
export const revokeInvitation = (summit: string, invitation: string) =>
  request(`${summitPath(summit)}/invitations/${encodeURIComponent(invitation)}`, { method: 'DELETE' });

/** One more group in a session, with its seeded document. */
export const addGroup = (summit: string, session: string, title: string) =>
  requestJson<GroupView>(`${summitPath(summit)}/groups`, { method: 'POST', body: { session, title } });

/** Where the report can be fetched, in a format and a language. */
export const reportPath = (summit: string, format: string, lang: string) =>
  `${summitPath(summit)}/report?format=${encodeURIComponent(format)}&lang=${encodeURIComponent(lang)}`;

/** The report as one HTML document, whose pictures stay on the server. */
export const fetchReportHtml = async (summit: string, lang: string, signal?: AbortSignal) =>
  (
    await request(`${reportPath(summit, 'html', lang)}&pictures=linked`, { ...withSignal(signal), lang })
  ).text();

/** The part of the machine-readable report that the report page shows. */
export interface ReportRemarks {
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'note';
    readonly message: string;
    readonly place?: { readonly group?: string; readonly block?: string };
  }[];
  readonly outcomes: readonly unknown[];
}

/** What the compiler found and remarked, from the machine-readable report. */
export const fetchReportRemarks = (summit: string, lang: string, signal?: AbortSignal) =>
  requestJson<ReportRemarks>(reportPath(summit, 'json', lang), { ...withSignal(signal), lang });

/** A code with all the spaces and dashes somebody may type; tokens are twice as long. */
const LONGEST_CODE = 20;
