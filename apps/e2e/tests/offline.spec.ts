import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByLink, SLUG } from '../support/join.ts';
import { expect, test } from '../support/test.ts';
import { answered, NETWORK_IS_GONE } from '../support/watch.ts';

test('the page opens without a server, with the programme and the document, and what is typed then joins the others’', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const { url } = await invite(organiser, 'participant', group.id);
  const ana = await visit({ device: 'phone', lang: 'fr' });
  await joinByLink(ana, url, 'Ana');
  const page = new GroupPage(ana);
  await page.isOpen();
  await ana.page.goto(`/s/${SLUG}`);
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.isKept();

  for (const one of [organiser, ana]) one.watch.allow(...NETWORK_IS_GONE, answered(502));
  await server.kill();
  await ana.page.goto(`/s/${SLUG}`);
  await expect(ana.page.getByText('Voici le programme tel qu’il était')).toBeVisible();
  await ana.page.getByRole('list', { name: 'Documents gardés sur cet appareil' }).getByRole('link').click();
  await expect(page.text).toBeEditable();
  await expect(ana.page.getByText('Vous écrivez dans la copie de cet appareil')).toBeVisible();
  await page.goToEnd();
  await page.type('Écrit sans réseau.');
  await page.isMarked('device');
  await expect(page.mark).toContainText('Seulement sur cet appareil');
  await ana.page.reload();
  await expect(page.text).toContainText('Écrit sans réseau.');
  await page.isMarked('device');

  await server.restart();
  await page.isMarked('saved');
  await expect(ana.page.getByText('Vous écrivez dans la copie')).toHaveCount(0);
  const reader = new GroupPage(organiser);
  await reader.open(group.id);
  await expect(reader.text).toContainText('Écrit sans réseau.');
});

test('a copy of another schema is never shown in an editor before the server was asked', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const page = new GroupPage(organiser);
  await page.open(group.id);
  await page.isKept();
  // As a program of another schema would have left it.
  await organiser.page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('custom', 'readwrite');
      writing.objectStore('custom').put(99, 'schema');
      writing.addEventListener('complete', () => resolve());
      writing.addEventListener('error', () => reject(new Error('not written')));
    });
    await promise;
  });
  organiser.watch.allow(...NETWORK_IS_GONE, answered(502));
  await server.kill();
  await organiser.page.reload();
  await expect(organiser.page.getByText('this document is not on this device')).toBeVisible();
  await expect(page.text).toHaveCount(0);
  await server.restart();
  await page.isOpen();
});

test('two people share a laptop: what one wrote without a network is never taken for the other’s', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const laptop = await visit();
  await joinByLink(laptop, (await invite(organiser, 'participant', group.id)).url, 'Ana');
  const ana = new GroupPage(laptop);
  await ana.isOpen();
  const saved = await laptop.context.storageState();
  laptop.watch.allow(...NETWORK_IS_GONE, answered(401));
  await laptop.context.setOffline(true);
  await ana.goToEnd();
  await ana.type('Only Ana wrote this.');
  await ana.isMarked('device');

  // Ben takes the laptop over in another tab, while Ana's is still open.
  await laptop.context.clearCookies();
  await laptop.context.setOffline(false);
  const tab = await laptop.context.newPage();
  const other = { ...laptop, page: tab };
  await joinByLink(other, (await invite(organiser, 'participant', group.id)).url, 'Ben');
  const ben = new GroupPage(other);
  await ben.isOpen();
  await expect(laptop.page.getByRole('alert')).toBeVisible();
  await expect(ben.text).not.toContainText('Only Ana wrote this.');
  const reader = new GroupPage(organiser);
  await reader.open(group.id);
  await expect(reader.text).not.toContainText('Only Ana wrote this.');

  // Ana is back: her text is where she left it, once, and under her name.
  await tab.close();
  await laptop.context.clearCookies();
  await laptop.context.addCookies(saved.cookies);
  await ana.open(group.id);
  await expect(ana.text).toContainText('Only Ana wrote this.');
  await expect(ana.drafts).toHaveCount(0);
  await expect(reader.text).toContainText('Only Ana wrote this.');
});
