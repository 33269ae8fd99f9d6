import {
  newInvitationCode,
  normaliseCode,
  whenAndWhere,
  type Invitation,
  type Lang,
  type Person,
  type Role,
  type StoredInvitation,
  type Summit,
} from '@plenary/programme';
import {
  CLOSE,
  ProblemError,
  type InvitationCreated,
  type InvitationPreview,
  type InvitationView,
} from '@plenary/protocol';
import { requireOrganiser, type Asker } from './asker.ts';
import { programOf } from './authors.ts';
import type { Context } from './context.ts';
import { findGroup, findSummit } from './lookup.ts';
import { personView } from './person-view.ts';
import { isToken, newId, newToken } from './secrets.ts';

/** A new invitation, for the summit or for one group of it. Only here is its token told. Organisers only. */
export async function invite(
  context: Context,
  summitIdOrSlug: string,
  wanted: { readonly role: Role; readonly group?: string | undefined },
  asker: Asker,
): Promise<InvitationCreated> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  const group = wanted.group === undefined ? undefined : findGroup(summit, wanted.group).id;
  const { stored, created } = makeInvitation(context, summit.id, wanted.role, group);
  await context.summits.addInvitation(stored);
  return created;
}

/** All invitations of a summit, oldest first, revoked ones included. Organisers only. */
export async function listInvitations(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
): Promise<{ invitations: InvitationView[] }> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  const invitations = await context.summits.invitations(summit.id);
  return {
    invitations: invitations.map(({ id, role, group, code, createdAt, revokedAt }) => ({
      id,
      role,
      ...(group !== undefined && { group }),
      code,
      url: joinUrl(context, code),
      createdAt: new Date(createdAt).toISOString(),
      revoked: revokedAt !== undefined,
    })),
  };
}

/** Ends an invitation: nobody joins with it any more, and a program that uses its token is cut off. Organisers only. */
export async function revokeInvitation(
  context: Context,
  summitIdOrSlug: string,
  id: string,
  asker: Asker,
): Promise<void> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  const found = await context.summits.revokeInvitation(summit.id, id, context.now());
  if (!found) throw new ProblemError('invitation-unknown');
  context.rooms.disconnect(programOf(id), CLOSE.noSession);
}

/** What an invitation leads to, before a name is given. Throws `code-unknown` or `invitation-revoked`. */
export async function previewInvitation(
  context: Context,
  codeOrToken: string,
  asker: Person | undefined,
  lang: Lang,
): Promise<InvitationPreview> {
  const { invitation, summit } = await openInvitation(context, codeOrToken);
  const group =
    invitation.group === undefined ? undefined : summit.groups.find(({ id }) => id === invitation.group);
  return {
    summit: {
      slug: summit.slug,
      title: summit.title,
      whenAndWhere: whenAndWhere(summit, lang),
      lang: summit.lang,
    },
    role: invitation.role,
    ...(group !== undefined && { group: { id: group.id, title: group.title } }),
    ...(asker?.summit === summit.id && { me: personView(asker) }),
  };
}

/** The invitation behind a code or a token, with its summit. Throws `code-unknown` or `invitation-revoked`. */
export async function openInvitation(
  context: Pick<Context, 'summits' | 'sha256'>,
  codeOrToken: string,
): Promise<{ readonly invitation: Invitation; readonly summit: Summit }> {
  const invitation = await findInvitation(context, codeOrToken.trim());
  if (invitation === undefined) throw new ProblemError('code-unknown');
  if (invitation.revokedAt !== undefined) throw new ProblemError('invitation-revoked');
  const summit = await context.summits.summit(invitation.summit);
  if (summit === undefined) throw new ProblemError('code-unknown');
  return { invitation, summit };
}

/** A new invitation as it is stored, and as it is told once. */
export function makeInvitation(
  context: Pick<Context, 'random' | 'sha256' | 'now' | 'publicUrl'>,
  summit: string,
  role: Role,
  group: string | undefined,
): { readonly stored: StoredInvitation; readonly created: InvitationCreated } {
  const id = newId(context.random, 'i');
  const code = newInvitationCode(context.random);
  const token = newToken(context.random);
  return {
    stored: {
      id,
      summit,
      role,
      ...(group !== undefined && { group }),
      code,
      createdAt: context.now(),
      tokenHash: context.sha256(token),
    },
    created: { id, url: joinUrl(context, code), code, token },
  };
}

async function findInvitation(
  context: Pick<Context, 'summits' | 'sha256'>,
  given: string,
): Promise<Invitation | undefined> {
  if (isToken(given)) return context.summits.invitationByTokenHash(context.sha256(given));
  const code = normaliseCode(given);
  return code === undefined ? undefined : context.summits.invitationByCode(code);
}

/** The link and what its QR code holds. The code, not the token: short enough to scan from the back of a room. */
function joinUrl({ publicUrl }: Pick<Context, 'publicUrl'>, code: string): string {
  return `${publicUrl}/join/${code}`;
}
