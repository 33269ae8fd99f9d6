import { emptyGroup, invite, joinAsOrganiser, joinByCode, joinByLink, SLUG } from '../support/join.ts';
import { GroupPage } from '../support/group-page.ts';
import { expect, test } from '../support/test.ts';
import { answered } from '../support/watch.ts';

test('an organiser invites a group, and a participant on a phone comes in by the code', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server, 'Olga Ferrand');
  await expect(organiser.page).toHaveURL(`${server.url}/s/${SLUG}`);
  await expect(organiser.page.getByText('You are Olga Ferrand.')).toBeVisible();

  const group = await emptyGroup(organiser);
  await organiser.page.getByRole('link', { name: 'Organise' }).click();
  await organiser.page.getByLabel('For', { exact: true }).selectOption(group.id);
  await organiser.page.getByRole('button', { name: 'Create an invitation' }).click();
  const row = organiser.page
    .getByRole('listitem')
    .filter({ hasText: group.title })
    .filter({ hasText: 'Participant' });
  const code = (await row.locator('code').innerText()).trim();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  await organiser.page.getByRole('button', { name: 'Sheets to print' }).click();
  const sheet = organiser.page.getByRole('region', { name: group.title });
  await expect(sheet.getByRole('img', { name: 'QR code of the invitation' })).toBeVisible();
  await expect(sheet).toContainText(code);

  const participant = await visit({ device: 'phone', lang: 'fr' });
  await joinByCode(participant, code, 'Zoé Kaplan');
  await expect(participant.page).toHaveURL(`${server.url}/s/${SLUG}/g/${group.id}`);
  const writing = new GroupPage(participant);
  await writing.isOpen();
  await expect(writing.beside).toContainText('Zoé Kaplan (vous)');

  const me = async () => (await participant.context.request.get('/api/me')).json();
  const before: unknown = await me();
  expect(before).toMatchObject({
    person: { name: 'Zoé Kaplan', memberships: [{ role: 'participant', group: group.id }] },
  });
  const face = participant.page.getByTitle('Zoé Kaplan');
  const colour = await face.evaluate((element) => getComputedStyle(element).backgroundColor);
  await participant.page.reload();
  await writing.isOpen();
  await expect(writing.beside).toContainText('Zoé Kaplan (vous)');
  await expect(face).toHaveCSS('background-color', colour);
  expect(await me()).toEqual(before);

  // Coming back with the same code is coming back as oneself.
  await participant.page.goto(`/join/${code.toLowerCase().replace('-', ' ')}`);
  await participant.page.getByRole('button', { name: 'Continuer en tant que Zoé Kaplan' }).click();
  await expect(participant.page).toHaveURL(`${server.url}/s/${SLUG}/g/${group.id}`);
  await writing.isOpen();
  expect(await me()).toEqual(before);
});

test('an unknown code is refused with one sentence, in both languages, and can be typed again', async ({
  server,
  visit,
}) => {
  for (const [lang, code, join, sentence] of [
    ['en', 'Your code', 'Join', 'There is no such code here. Check it with the organiser, letter by letter.'],
    [
      'fr',
      'Votre code',
      'Rejoindre',
      'Ce code n’existe pas ici. Vérifiez-le auprès de l’organisateur, lettre par lettre.',
    ],
  ] as const) {
    const { page, watch } = await visit({ lang, device: 'phone' });
    watch.allow(answered(404));
    await page.goto('/');
    await page.getByLabel(code).fill('ABCD-EFGH');
    await page.getByRole('button', { name: join }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel(code)).toHaveValue('ABCD-EFGH');
    const right = new URL(server.organiserLink).pathname.split('/').at(-1) ?? '';
    await page.getByLabel(code).fill(right);
    await page.getByRole('button', { name: join }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sommet');
  }
});

test('an empty code is asked for again', async ({ visit }) => {
  const { page } = await visit();
  await page.goto('/');
  await page.getByLabel('Your code').fill('   ');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Enter the code that is on your invitation.' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('a revoked invitation lets nobody in, on its page or with a name already typed', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const { code } = await invite(organiser, 'participant');

  const early = await visit();
  await early.page.goto(`/join/${code}`);
  await early.page.getByLabel('Your name').fill('Karim Oudin');

  await organiser.page.goto(`/s/${SLUG}/organise`);
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  const row = organiser.page.getByRole('listitem').filter({ hasText: shown });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await organiser.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);

  const sentence = 'This invitation is no longer valid. Ask the organiser for a new one.';
  early.watch.allow(answered(410));
  await early.page.getByRole('button', { name: 'Come in' }).click();
  await expect(early.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await expect(early.page.getByLabel('Your name')).toHaveValue('Karim Oudin');

  const late = await visit();
  late.watch.allow(answered(410));
  await late.page.goto(`/join/${code}`);
  await expect(late.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
});

test('a taken name and an empty name are refused with one sentence each, and what was typed stays', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server, 'Olga Ferrand');
  const { code, url } = await invite(organiser, 'participant');
  expect(url).toContain('/join/');

  const { page, watch } = await visit({ lang: 'fr' });
  await page.goto(`/join/${code}`);
  const name = page.getByLabel('Votre nom');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Indiquez votre nom.' })).toBeVisible();
  await expect(name).toHaveAttribute('aria-invalid', 'true');

  watch.allow(answered(409));
  // The same name to a reader's eye: other case, other spaces.
  await name.fill('  olga  FERRAND ');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Quelqu’un porte déjà le nom' })).toBeVisible();
  await expect(name).toHaveValue('  olga  FERRAND ');

  await name.fill('Olga Ferrand (Lyon)');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page).toHaveURL(`${server.url}/s/${SLUG}`);
  await expect(page.getByText('Vous êtes Olga Ferrand (Lyon).')).toBeVisible();
});

test('without an invitation a summit shows its door, and a stranger to a group its reason', async ({
  server,
  visit,
}) => {
  const stranger = await visit();
  stranger.watch.allow(answered(401));
  await stranger.page.goto(`/s/${SLUG}`);
  await expect(
    stranger.page.getByRole('heading', { name: 'You have not joined this summit yet' }),
  ).toBeVisible();
  await expect(stranger.page.getByRole('link', { name: 'Enter a code' })).toBeVisible();

  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  organiser.watch.allow(answered(404));
  await organiser.page.goto(`/s/${SLUG}/g/nowhere`);
  await expect(
    organiser.page.getByRole('alert').filter({ hasText: 'There is no such group in this summit.' }),
  ).toBeVisible();

  // The link of an invitation is as good as its code.
  const guest = await visit();
  await joinByLink(guest, (await invite(organiser, 'reader')).url, 'Lena Brandt');
  await expect(guest.page).toHaveURL(`${server.url}/s/${SLUG}`);
});
