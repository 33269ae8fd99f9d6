import { expect } from '@playwright/test';
import type { TestServer } from './server.ts';
import type { Lang, Visitor } from './visitor.ts';

export type Role = 'organiser' | 'rapporteur' | 'participant' | 'reader';

/** The slug of the sample summit. */
export const SLUG = 'european-pro-bono-summit-2016';

const WORDS = {
  en: { code: 'Your code', join: 'Join', name: 'Your name', enter: 'Come in' },
  fr: { code: 'Votre code', join: 'Rejoindre', name: 'Votre nom', enter: 'Entrer' },
} as const satisfies Record<Lang, Record<string, string>>;

export interface Invitation {
  readonly id: string;
  readonly code: string;
  readonly token: string;
  readonly url: string;
}

export interface GroupFacts {
  readonly id: string;
  readonly session: string;
  readonly title: string;
  readonly state: 'empty' | 'open' | 'signed';
  readonly seq: number;
  readonly epoch: number;
}

/** Opens an invitation's link and comes in with a name, as anyone does. */
export async function joinByLink({ page, lang }: Visitor, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(WORDS[lang].name).fill(name);
  await page.getByRole('button', { name: WORDS[lang].enter }).click();
  await expect(page).toHaveURL(/\/s\//);
}

/** Types an invitation's code on the start page, then a name. */
export async function joinByCode({ page, lang }: Visitor, code: string, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel(WORDS[lang].code).fill(code);
  await page.getByRole('button', { name: WORDS[lang].join }).click();
  await page.getByLabel(WORDS[lang].name).fill(name);
  await page.getByRole('button', { name: WORDS[lang].enter }).click();
  await expect(page).toHaveURL(/\/s\//);
}

/** Comes in by the link the terminal printed. */
export async function joinAsOrganiser(
  visitor: Visitor,
  server: TestServer,
  name = 'Olga Ferrand',
): Promise<void> {
  await joinByLink(visitor, server.organiserLink, name);
}

/** A new invitation, made with the organiser's cookie. */
export async function invite({ context }: Visitor, role: Role, group?: string): Promise<Invitation> {
  const response = await context.request.post(`/api/summits/${SLUG}/invitations`, {
    data: { role, ...(group !== undefined && { group }) },
  });
  expect(response.status()).toBeLessThan(300);
  return (await response.json()) as Invitation;
}

/** The groups as the server lists them for whoever asks. */
export async function groupsOf({ context }: Visitor): Promise<readonly GroupFacts[]> {
  const response = await context.request.get(`/api/summits/${SLUG}/groups`);
  expect(response.status()).toBe(200);
  const { groups } = (await response.json()) as { readonly groups: readonly GroupFacts[] };
  return groups;
}

/** The seven themes of the second morning. */
export async function workingGroups(organiser: Visitor): Promise<readonly GroupFacts[]> {
  const groups = (await groupsOf(organiser)).filter(({ session }) => session.startsWith('d2-wg-'));
  expect(groups).toHaveLength(7);
  return groups;
}

/** A group nobody has written in yet. */
export async function emptyGroup(organiser: Visitor): Promise<GroupFacts> {
  const found = (await groupsOf(organiser)).find(({ state }) => state === 'empty');
  if (found === undefined) throw new Error('the sample summit has no empty group');
  return found;
}
