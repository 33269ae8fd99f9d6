import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, joinAsOrganiser, SLUG } from '../support/join.ts';
import { expect, test } from '../support/test.ts';
import { openVisitor } from '../support/visitor.ts';

// Every test of this suite fails on a warning, an error or an outside address (support/test.ts). This one makes the
// whole journey, and proves that the watch sees what it must see.

test('a whole journey asks nothing of any machine but the server', async ({ server, visit }) => {
  const organiser = await visit();
  await organiser.page.goto('/');
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const page = new GroupPage(organiser);
  await page.open(group.id);
  await page.goToEnd();
  await page.tool('Insight').click();
  await page.type('Rien ne sort d’ici. https://example.org/ailleurs ');
  await page.isMarked('saved');
  await page.review.click();
  await expect(organiser.page.getByRole('button', { name: 'Sign this version' })).toBeVisible();
  await organiser.page.goto(`/s/${SLUG}/organise`);
  await organiser.page.getByRole('button', { name: 'Create an invitation' }).click();
  await organiser.page.getByRole('button', { name: 'Sheets to print' }).click();
  await expect(organiser.page.getByRole('img', { name: 'QR code of the invitation' }).first()).toBeVisible();
  await organiser.page.goto(`/s/${SLUG}/report`);
  await expect(organiser.page.frameLocator('iframe').getByText('Rien ne sort d’ici.').first()).toBeVisible();
  const download = organiser.page.waitForEvent('download');
  await organiser.page.getByRole('button', { name: 'Prepare: Web page' }).click();
  await (await download).path();

  const asked = organiser.watch.asked();
  expect(asked.some((address) => address.startsWith('ws://'))).toBe(true);
  expect(asked.some((address) => address.endsWith('.woff2'))).toBe(true);
  expect(organiser.watch.outside()).toEqual([]);
});

test('the watch sees a request to another machine, and the page’s policy refuses it', async ({
  browser,
  server,
}) => {
  const { context, page, watch } = await openVisitor(browser, server.url);
  await page.goto('/');
  const refused = page.waitForEvent('console', (message) =>
    message.text().includes('Content Security Policy'),
  );
  await page.evaluate(() => {
    const image = new Image();
    image.src = 'http://outside.invalid/pixel.png';
    document.body.append(image);
  });
  await refused;
  expect(watch.troubles()).not.toEqual([]);
  expect(watch.outside()).toEqual(['http://outside.invalid/pixel.png']);
  watch.allow(/outside\.invalid/);
  expect(watch.troubles()).toEqual([]);
  await context.close();
});
