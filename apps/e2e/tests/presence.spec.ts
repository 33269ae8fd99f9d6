import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';

test('who wrote what is shown by the server’s account, in colour, by name, and passage by passage', async ({
  server,
  visit,
}) => {
  const { amelie, ben } = await pairIn(server, visit, { lang: 'fr' });
  await amelie.goToEnd();
  await amelie.type('Le mot d’Amélie');
  await amelie.isMarked('saved');
  await expect(ben.text).toContainText('Le mot d’Amélie');
  await ben.goToEnd();
  await ben.type('Le mot de Ben');
  await ben.isMarked('saved');
  await expect(amelie.text).toContainText('Le mot de Ben');

  await amelie.beside.getByRole('switch', { name: 'Colour the text by writer' }).click();
  const passages = amelie.text.locator('.plenary-written');
  await expect(passages).toHaveText(['Le mot d’Amélie', 'Le mot de Ben']);
  await expect(passages.nth(1)).toHaveAttribute('title', 'Ben Okafor');
  const colours = await passages.evaluateAll((found) =>
    found.map((passage) => getComputedStyle(passage).borderBlockEndColor),
  );
  expect(new Set(colours).size).toBe(2);

  // Whoever sees no colours goes from name to passage; it is selected, so it is read aloud.
  await amelie.beside.getByRole('button', { name: 'Ben Okafor', exact: true }).press('Enter');
  await expect.poll(() => amelie.page.evaluate(() => getSelection()?.toString())).toBe('Le mot de Ben');

  // The colours stay while somebody writes on, and are gone with the switch.
  await ben.type(' continue');
  await expect(passages.nth(1)).toHaveText('Le mot de Ben continue');
  await amelie.beside.getByRole('switch', { name: 'Colour the text by writer' }).click();
  await expect(passages).toHaveCount(0);
});

test('somebody’s caret can be followed until one does something oneself', async ({ server, visit }) => {
  const { amelie, ben } = await pairIn(server, visit, {});
  await ben.goToEnd();
  for (let line = 0; line < 40; line += 1) {
    await ben.type(`Ligne ${line}`);
    await ben.page.keyboard.press('Enter');
  }
  await ben.isMarked('saved');
  await amelie.page.evaluate(() => window.scrollTo(0, 0));
  const follow = amelie.beside.getByRole('button', { name: 'Follow Ben Okafor' });
  await follow.press('Enter');
  await expect(amelie.beside.getByText('You follow Ben Okafor.')).toBeVisible();
  const caret = amelie.text.locator('.plenary-caret', { hasText: 'Ben Okafor' });
  await expect(caret).toBeInViewport();
  await ben.page.keyboard.press('Control+Home');
  await expect(caret).toBeInViewport();
  await amelie.page.mouse.wheel(0, 50);
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
});
