import { expectAccessible } from '../support/accessible.ts';
import { readFile } from 'node:fs/promises';
import { joinAsOrganiser, SLUG } from '../support/join.ts';
import { expect, test } from '../support/test.ts';

test('an organiser puts the report together, takes it along and publishes it', async ({ server, visit }) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const { page } = organiser;
  await page.goto(`/s/${SLUG}/report`);
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('what is left out is gone from the preview, and comes back', async () => {
    await page.getByText('Put together').click();
    const session = page.getByRole('checkbox', { name: /^In the report: / }).first();
    const title = (await session.getAttribute('aria-label'))?.replace('In the report: ', '') ?? '';
    const section = preview.getByRole('heading', { name: title, exact: true });
    await expect(section.first()).toBeAttached();
    await session.uncheck();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(section).toHaveCount(0);
    await session.check();
    await expect(section.first()).toBeAttached();
  });

  await test.step('a section has another title, which is kept', async () => {
    const field = page.getByRole('textbox', { name: /^Title of / }).first();
    await field.fill('Ce que nous avons entendu');
    await field.press('Enter');
    await expect(
      preview.getByRole('heading', { name: 'Ce que nous avons entendu', exact: true }).first(),
    ).toBeAttached();
    await page.reload();
    await page.getByText('Put together').click();
    await expect(page.getByRole('textbox', { name: /^Title of / }).first()).toHaveValue(
      'Ce que nous avons entendu',
    );
  });

  await test.step('every control has a name and can be told apart', async () => {
    await expectAccessible(page);
  });

  await test.step('a file says how far it is, and is saved when it is whole', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Prepare: .*CSV/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    expect((await readFile(await file.path(), 'utf8')).split('\n').length).toBeGreaterThan(10);
    await expect(page.getByText('Ready, read back word by word')).toBeVisible();
  });

  await test.step('anybody reads what is published, until it is withdrawn', async () => {
    await page.getByText('Publish', { exact: true }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText('The report is published.')).toBeVisible({ timeout: 60_000 });
    const stranger = await visit();
    await stranger.page.goto(`/r/${SLUG}`);
    await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(stranger.page.getByText('Ce que nous avons entendu').first()).toBeAttached();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('group', { name: 'Withdraw' }).getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByText('The published report is withdrawn.')).toBeVisible();
    const gone = await stranger.context.request.get(`/r/${SLUG}`);
    expect(gone.status()).toBe(404);
  });
});
