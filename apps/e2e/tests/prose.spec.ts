import { AxeBuilder } from '@axe-core/playwright';
import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, joinAsOrganiser } from '../support/join.ts';
import { expect, test } from '../support/test.ts';
import type { TestServer } from '../support/server.ts';
import type { Visitor, VisitorOptions } from '../support/visitor.ts';

type Visit = (options?: VisitorOptions) => Promise<Visitor>;

/** One person in an empty group, with the caret in a new paragraph at the end. */
async function writer(server: TestServer, visit: Visit, options: VisitorOptions = {}): Promise<GroupPage> {
  const visitor = await visit(options);
  await joinAsOrganiser(visitor, server);
  const writing = new GroupPage(visitor);
  await writing.open((await emptyGroup(visitor)).id);
  await writing.goToEnd();
  return writing;
}

/** What axe has to say of the page as it stands, by day and by night. */
async function remarksOn({ page }: GroupPage): Promise<readonly string[]> {
  const remarks: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
    );
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    remarks.push(
      ...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html.slice(0, 200)}`),
    );
  }
  return remarks;
}

test('a table is made, widened, merged and left with the keyboard alone', async ({ server, visit }) => {
  const writing = await writer(server, visit);
  const { page, text } = writing;
  const { keyboard } = page;
  await writing.type('/tabl');
  await keyboard.press('Enter');
  for (const word of ['Ville', 'Projets', 'Année', 'Paris', '12', '2016', 'Lyon', '7', '2015']) {
    await writing.type(word);
    await keyboard.press('Tab');
  }
  // Tab behind the last cell has made a row.
  await expect(text.getByRole('row')).toHaveCount(4);
  await expect(text.getByRole('columnheader')).toHaveText(['Ville', 'Projets', 'Année']);

  const status = page.getByRole('status').filter({ hasText: 'pixels wide' });
  await keyboard.press('Alt+Shift+ArrowRight');
  await expect(status).toHaveText(/^Column 1: \d+ pixels wide\.$/);

  // To the tools of the table and back.
  await expect(writing.tableBar).toBeVisible();
  await keyboard.press('Alt+F10');
  await expect(writing.tableTool('Row above')).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await expect(writing.tableTool('Delete the column')).toBeFocused();
  await keyboard.press('Escape');
  await expect(text).toBeFocused();

  // Shift and an arrow select cells.
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Alt+F10');
  await writing.tableTool('Merge the cells').press('Enter');
  await expect(text.locator('td[colspan="2"], td[colspan="3"]')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'Cells merged.' })).toHaveCount(1);

  await text.focus();
  await keyboard.press('Control+Enter');
  await writing.type('Après le tableau.');
  await expect(text.locator(':scope > p').last()).toHaveText('Après le tableau.');
  await expect(writing.tableBar).toHaveCount(0);
  await writing.isMarked('saved');
});

test('a wide table scrolls inside the text of a phone, and its tools are under the thumb', async ({
  server,
  visit,
}) => {
  const writing = await writer(server, visit, { device: 'phone', lang: 'fr' });
  const { page, text } = writing;
  await writing.tool('Insérer un tableau').tap();
  await writing.type('Intermédiaire');
  await expect(writing.tableBar).toBeVisible();
  for (let column = 0; column < 4; column += 1) await writing.tableTool('Colonne après').tap();
  await expect(text.getByRole('columnheader')).toHaveCount(7);
  await writing.tableTool('Colonne plus large').tap();
  await writing.tableTool('Fusionner avec la cellule suivante').tap();
  await expect(text.locator('th[colspan="2"]')).toHaveText('Intermédiaire');
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  const frame = text.locator('.plenary-table');
  expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
  for (const word of ['A', 'B', 'C', 'D', 'E', 'F']) {
    await page.keyboard.press('Tab');
    await writing.type(word);
  }
  expect(await remarksOn(writing)).toEqual([]);
  await writing.tableTool('Supprimer le tableau').tap();
  await expect(frame).toHaveCount(0);
});
