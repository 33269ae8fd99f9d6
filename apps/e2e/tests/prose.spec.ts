import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('a note is added, written, found again and deleted on a phone, and read below the text', async ({
  server,
  visit,
}) => {
  const writing = await writer(server, visit, { device: 'phone', lang: 'fr' });
  const { page, text } = writing;
  const more = async (name: string): Promise<void> => {
    await writing.tool('Autres outils').tap();
    await page.getByRole('menu').getByText(name, { exact: true }).tap();
  };
  await writing.type('Ils reviennent');
  await more('Note');
  await writing.type('Enquête de 2015');
  await expect(text.getByRole('button', { name: 'Terminé' })).toBeVisible();
  expect(await remarksOn(writing)).toEqual([]);
  await text.getByRole('button', { name: 'Terminé' }).tap();
  await writing.type('.');
  await expect(text.getByRole('button', { name: 'Terminé' })).toHaveCount(0);
  await expect(text.locator(':scope > p').last()).toHaveText(/^Ils reviennent1.*\.$/);

  // A note before it takes its number.
  await page.keyboard.press('Home');
  await more('Note');
  await writing.type('Première');
  const below = page.getByRole('region', { name: 'Notes' });
  await expect(below.getByRole('listitem')).toHaveText(['Première', 'Enquête de 2015']);
  await below.getByRole('button', { name: 'Aller à la note 2' }).tap();
  await writing.type(' à Lyon');
  await expect(below.getByRole('listitem').last()).toHaveText('Enquête de 2015 à Lyon');
  await text.getByRole('button', { name: 'Note 1' }).tap();
  await text.getByRole('button', { name: 'Supprimer la note' }).tap();
  await expect(below.getByRole('listitem')).toHaveText(['Enquête de 2015 à Lyon']);
  await expect(text.getByRole('button', { name: 'Note 1' })).toHaveCount(1);
  await writing.isMarked('saved');
});

test('tasks, a note and another language come from the keyboard alone', async ({ server, visit }) => {
  const writing = await writer(server, visit);
  const { page, text } = writing;
  const { keyboard } = page;
  await writing.type('[ ] Call the foundations');
  await keyboard.press('Control+Enter');
  await expect(text.getByRole('checkbox', { name: 'Done' })).toBeChecked();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await writing.type('See');
  await keyboard.press('Control+Alt+f');
  await writing.type('the survey');
  await keyboard.press('Enter');
  await writing.type('of 2015');
  await keyboard.press('Escape');
  await writing.type(' here');
  await expect(page.getByRole('region', { name: 'Notes' }).getByRole('listitem')).toHaveText(
    /the survey\s*of 2015/,
  );
  // By arrows into the note and out of it.
  for (let times = 0; times < 6; times += 1) await writing.move('ArrowLeft');
  await writing.type('.');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('of 2015.');

  await writing.move('Escape');
  await writing.move('End');
  await keyboard.press('Enter');
  await writing.type('مرحبا');
  await keyboard.press('Alt+F10');
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused();
  const language = page.getByRole('menuitem', { name: 'Language of the passage' });
  for (let presses = 0; presses < 12; presses += 1) {
    if (await language.evaluate((item) => item === document.activeElement)) break;
    await keyboard.press('ArrowDown');
  }
  await expect(language).toBeFocused();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Language' });
  expect(await remarksOn(writing)).toEqual([]);
  await dialog.getByLabel('Language', { exact: true }).selectOption('ar');
  await expect(dialog.getByRole('checkbox', { name: 'From right to left' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter');
  // The menu is gone that the dialog was opened from: one writes on in the text.
  await expect(text).toBeFocused();
  await keyboard.insertText(' بكم');
  await expect(text.locator('p[lang="ar"][dir="rtl"]')).toHaveText('مرحبا بكم');
  await writing.isMarked('saved');
});

test('French is set with its spaces and guillemets while one types, and Backspace gives back what was typed', async ({
  server,
  visit,
}) => {
  const writing = await writer(server, visit, { lang: 'fr' });
  const { page, text } = writing;
  const last = text.locator(':scope > p').last();
  await writing.type('Elle dit : "quand ?" et c\'est tout ; voir https://exemple.org/a?b');
  await expect
    .poll(() => last.evaluate(({ textContent }) => textContent))
    .toBe('Elle dit\u00A0: «\u00A0quand\u202F?\u00A0» et c’est tout\u202F; voir https://exemple.org/a?b');
  await writing.move('Enter');
  await writing.type('Oui !');
  await writing.move('Backspace');
  await expect.poll(() => last.evaluate(({ textContent }) => textContent)).toBe('Oui !');

  // Off, for this person and this device, and it stays off.
  await writing.tool('Autres outils').click();
  await page.getByRole('menuitemcheckbox', { name: /^Typographie automatique/ }).click();
  await writing.type(' Non !');
  await expect.poll(() => last.evaluate(({ textContent }) => textContent)).toBe('Oui ! Non !');
  await writing.isMarked('saved');
  await page.reload();
  await writing.isOpen();
  await writing.goToEnd();
  await writing.type('Quoi ?');
  await expect.poll(() => last.evaluate(({ textContent }) => textContent)).toBe('Quoi ?');
});

test('words are found without their accents, replaced, and brought back by one undo, with the keyboard', async ({
  server,
  visit,
}) => {
  const writing = await writer(server, visit);
  const { page, text } = writing;
  const { keyboard } = page;
  await writing.type('L’Époque, une époque, cette époque-là.');
  const last = text.locator(':scope > p').last();
  const length = page.getByText(/^[\d,]+ words · [\d,]+ characters/);
  await expect(length).toBeVisible();

  await writing.move('Control+f');
  const panel = page.getByRole('search', { name: 'Find and replace' });
  await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await keyboard.type("l'epoque");
  await expect(panel.getByRole('status')).toHaveText('1 of 1');
  await panel.getByRole('textbox', { name: 'Find' }).fill('epoque');
  await expect(panel.getByRole('status')).toHaveText('1 of 3');
  await keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('2 of 3');
  await keyboard.press('Shift+Enter');
  await expect(panel.getByRole('status')).toHaveText('1 of 3');
  await expect(text.locator('.plenary-found')).toHaveText(['Époque', 'époque', 'époque']);
  expect(await remarksOn(writing)).toEqual([]);

  await panel.getByRole('textbox', { name: 'Replace with' }).fill('ère');
  await panel.getByRole('button', { name: 'Replace all' }).press('Enter');
  await expect(last).toHaveText('L’ère, une ère, cette ère-là.');
  await expect(page.getByRole('status').filter({ hasText: '3 replaced.' })).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  await expect(text.locator('.plenary-found')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(last).toHaveText('L’Époque, une époque, cette époque-là.');

  await last.click();
  await writing.move('Home');
  await writing.move('Shift+End');
  await expect(length).toContainText('(selected: 6 words');
  await writing.isMarked('saved');
});

const COPIED = join(import.meta.dirname, '../../../packages/importers/cases');

test('what Word, LibreOffice and Google Docs copy is pasted with its structure, and Markdown takes its form', async ({
  server,
  visit,
}) => {
  const writing = await writer(server, visit);
  const { page, text } = writing;
  for (const [name, items] of [
    ['word-lists', 8],
    ['libreoffice-notes', 3],
    ['google-docs-notes', 5],
  ] as const) {
    const before = await text.getByRole('listitem').count();
    // The browser would clean what a page puts into the clipboard; a program puts in what it likes.
    await text.evaluate(
      (element, html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', 'words');
        const init = { clipboardData, bubbles: true, cancelable: true };
        element.dispatchEvent(new ClipboardEvent('paste', init));
      },
      readFileSync(join(COPIED, `${name}.html`), 'utf8'),
    );
    await expect(text.getByRole('listitem')).toHaveCount(before + items);
    await writing.goBelow();
  }
  await expect(page.getByRole('region', { name: 'Notes' }).getByRole('listitem')).toHaveText([
    'Enquête de 2015.',
    'Enquête de 2015.',
  ]);
  expect(await text.evaluate(({ innerHTML }) => /mso|docs-internal|style="font/i.test(innerHTML))).toBe(
    false,
  );

  await writing.visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('### Suite\n\n1. un **mot**\n2. deux\n'));
  await page.keyboard.press('Control+v');
  await expect(text.getByRole('heading', { level: 3, name: 'Suite' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Undo gives back the text' })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(text.getByRole('heading', { level: 3, name: 'Suite' })).toHaveCount(0);
  await expect(text).toContainText('### Suite');
  await page.keyboard.press('Control+Shift+v');
  await expect(text.getByRole('heading', { level: 3, name: 'Suite' })).toHaveCount(0);
  await writing.isMarked('saved');
});
