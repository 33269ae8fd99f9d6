import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, SLUG } from '../support/join.ts';
import { expect, test } from '../support/test.ts';
import type { Device, Lang, Visitor } from '../support/visitor.ts';
import { answered } from '../support/watch.ts';

const WORDS = {
  en: {
    kinds: [
      'Insight',
      'Good practice',
      'Recommendation',
      'Decision',
      'Action',
      'Open question',
      'Quote',
      'Resource',
    ],
    table: 'Insert a table',
    link: 'Link',
    help: 'Keyboard shortcuts',
    sign: 'Sign this version',
    sheets: 'Sheets to print',
    revoke: 'Revoke',
    preferences: 'Language and appearance',
    enter: 'Come in',
  },
  fr: {
    kinds: [
      'Constat',
      'Bonne pratique',
      'Recommandation',
      'Décision',
      'Action',
      'Question ouverte',
      'Citation',
      'Ressource',
    ],
    table: 'Insérer un tableau',
    link: 'Lien',
    help: 'Raccourcis clavier',
    sign: 'Signer cette version',
    sheets: 'Feuilles à imprimer',
    revoke: 'Révoquer',
    preferences: 'Langue et apparence',
    enter: 'Entrer',
  },
} as const;

/** What every page must have, whatever is on it. */
async function judge(visitor: Visitor, screen: string): Promise<void> {
  const { lang, page } = visitor;
  // Nothing moves while it is judged: a colour half way through a transition has no contrast of its own.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
  // A frame that shows a report runs no script, so axe cannot look into it; what it shows is judged as a page of its own.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const remarks = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect.soft(remarks, screen).toEqual([]);
  await expect.soft(page.locator('html'), screen).toHaveAttribute('lang', lang);
  await expect.soft(page, screen).toHaveTitle(/Plenary/);
  await expect.soft(page.getByRole('heading', { level: 1 }), screen).toHaveCount(1);
}

/** Escape closes the dialog that stands open. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

for (const device of ['desktop', 'phone'] as const satisfies readonly Device[]) {
  for (const lang of ['fr', 'en'] as const satisfies readonly Lang[]) {
    test(`axe finds nothing on any screen: ${device}, ${lang}, by day and by night`, async ({
      server,
      visit,
    }) => {
      test.setTimeout(150_000);
      const visitor = await visit({ device, lang });
      const { page } = visitor;
      const words = WORDS[lang];
      visitor.watch.allow(answered(404));
      const both = async (screen: string): Promise<void> => {
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme });
          await judge(visitor, `${screen}, ${theme}`);
        }
      };

      await page.goto('/');
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await both('home');
      await page.getByRole('button', { name: words.preferences }).click();
      await both('preferences');
      await page.goto(server.organiserLink);
      await page.getByRole('button', { name: words.enter, exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
      await both('join, with an error');
      await page.goto('/join/ABCD-EFGH');
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
      await both('join with an unknown code');
      await page.goto('/nowhere');
      await both('not found');

      await joinAsOrganiser(visitor, server);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await both('summit');

      const group = await emptyGroup(visitor);
      const writing = new GroupPage(visitor);
      await writing.open(group.id);
      await both('group, empty');
      await writing.goToEnd();
      for (const kind of words.kinds) {
        await writing.tool(kind).click();
        await writing.type('Une phrase.');
      }
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await writing.tool(words.table).click();
      // A header cell without words is the writers' affair; the screen is judged with words in it.
      for (const city of ['Ville', 'Projets', 'Année']) {
        await writing.type(city);
        await page.keyboard.press('Tab');
      }
      await writing.isMarked('saved');
      await both('group, with every block');
      await writing.goToEnd();
      await writing.type('/');
      await both('slash menu');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Backspace');
      await writing.text.getByRole('combobox').first().focus();
      await both('names offered');
      await page.keyboard.press('Escape');
      await writing.tool(words.link).click();
      await both('link dialog');
      await closeDialog(page);
      await writing.tool(words.help).click();
      await both('help dialog');
      await closeDialog(page);

      await page.goto(`/s/${SLUG}/g/${group.id}/review`);
      await page.getByRole('button', { name: words.sign }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await both('sign-off dialog');
      await page.getByRole('dialog').getByRole('button', { name: words.sign }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await both('review, signed');

      await invite(visitor, 'participant', group.id);
      await page.goto(`/s/${SLUG}/organise`);
      await expect(page.getByRole('table')).toBeVisible();
      await both('organise');
      await page.getByRole('button', { name: words.revoke }).first().click();
      await both('revoke dialog');
      await closeDialog(page);
      await page.getByRole('button', { name: words.sheets }).click();
      await both('sheets');

      await page.goto(`/s/${SLUG}/report`);
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
      await both('report');
    });
  }
}

test('axe finds nothing in the exported report, in both languages, by day and by night', async ({
  server,
  visit,
}) => {
  test.setTimeout(150_000);
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const { page } = organiser;
  // Out of the application, whose stream of events would otherwise go on under the report's own policy.
  await page.goto('about:blank');
  for (const lang of ['fr', 'en'] as const) {
    const report = await organiser.context.request.get(
      `/api/summits/${SLUG}/report?format=html&lang=${lang}`,
    );
    await page.setContent(await report.text());
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
          theme,
        )
        .toEqual([]);
    }
  }
});

test('nothing scrolls sideways on the narrowest screen', async ({ server, visit }) => {
  const visitor = await visit({ device: 'phone', lang: 'fr' });
  const { page } = visitor;
  await page.setViewportSize({ width: 320, height: 640 });
  visitor.watch.allow(answered(404));
  const fits = async (screen: string): Promise<void> => {
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, screen).toBeLessThanOrEqual(0);
  };
  await page.goto('/');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await fits('home');
  await page.goto('/nowhere');
  await fits('not found');
  await page.goto(server.organiserLink);
  await expect(page.getByLabel('Votre nom')).toBeVisible();
  await fits('join');
  await joinAsOrganiser(visitor, server);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await fits('summit');
  const group = await emptyGroup(visitor);
  const writing = new GroupPage(visitor);
  await writing.open(group.id);
  await writing.goToEnd();
  await writing.tool('Action').click();
  await writing.type('Unmotparticulièrementlongquinetientpassurunelignedetéléphone');
  await fits('group');
  for (const path of [`g/${group.id}/review`, 'organise', 'report'] as const) {
    await page.goto(`/s/${SLUG}/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('iframe, table').first()).toBeVisible();
    await fits(path);
  }
});

test('from the door to a written action and out again with the keyboard alone', async ({ server, visit }) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const { code } = await invite(organiser, 'participant', group.id);

  const person = await visit();
  const { page } = person;
  const { keyboard } = page;
  /** Tabs on until what is wanted has the focus; a person who cannot reach it within so many is stuck. */
  const tabTo = async (target: ReturnType<Page['locator']>, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press(key);
    }
    await expect(target).toBeFocused();
  };

  await page.goto('/');
  // The page is drawn after it has loaded; a key pressed before that goes nowhere.
  await expect(page.getByLabel('Your code')).toBeVisible();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await keyboard.press('Enter');
  await tabTo(page.getByLabel('Your code'));
  await keyboard.type(code);
  await keyboard.press('Enter');
  await expect(page.getByLabel('Your name')).toBeVisible();
  await tabTo(page.getByLabel('Your name'));
  await keyboard.type('Ada Moreau');
  await keyboard.press('Enter');

  const writing = new GroupPage(person);
  await writing.isOpen();
  await tabTo(writing.text);
  await keyboard.press('Control+End');
  await keyboard.press('Control+Alt+5');
  await keyboard.type('Appeler les fondations.');
  const action = writing.outcome('Action');
  await expect(action).toContainText('Appeler les fondations.');
  await tabTo(action.getByLabel('Owner'));
  await keyboard.type('Ada Moreau');
  await tabTo(action.getByLabel('Due'));
  await keyboard.type('3/3/2017');
  await keyboard.press('Enter');
  await expect(action.getByLabel('Due')).toHaveValue(/^Friday,? 3 March 2017$/);

  // The toolbar is one stop, and arrows lead along it.
  await tabTo(writing.text, 'Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect(writing.toolbar.locator(':focus')).toHaveCount(1);
  await keyboard.press('ArrowRight');
  await expect(writing.toolbar.locator(':focus')).toHaveCount(1);
  await keyboard.press('End');
  await expect(writing.tool('Keyboard shortcuts')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await writing.isMarked('saved');
  await tabTo(page.getByRole('link', { name: 'Plenary', exact: true }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(`${server.url}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
