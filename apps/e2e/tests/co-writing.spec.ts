import { pairIn } from '../support/pair.ts';
import { reportOf, sectionOf } from '../support/report.ts';
import { expect, test } from '../support/test.ts';
import { NETWORK_IS_GONE } from '../support/watch.ts';

test('two people write in one document at once and see each other’s text, names and carets', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone, group, organiser } = await pairIn(server, visit);
  await expect(desk.beside).toContainText('Ben Okafor');
  await expect(phone.beside).toContainText('Amélie Roux');
  await expect(desk.page.getByRole('img', { name: '2 present' })).toBeVisible();

  await Promise.all([desk.goToEnd(), phone.goBelow()]);
  const [fromDesk, fromPhone] = [
    'Les bénévoles reviennent quand ils savent pourquoi.',
    'Drei von vier Projekten enden am Zeitplan.',
  ];
  await Promise.all([desk.type(fromDesk), phone.type(fromPhone)]);

  for (const side of [desk, phone]) {
    await expect(side.text).toContainText(fromDesk);
    await expect(side.text).toContainText(fromPhone);
    await side.isMarked('saved');
  }
  await expect(desk.mark).toContainText(/Saved at \d{2}:\d{2}:\d{2}/);
  await expect(phone.mark).toContainText(/Enregistré à \d{2}:\d{2}:\d{2}/);

  // A caret is a line in the text with its person's name beside it, and its own colour.
  await expect(desk.text.locator('.plenary-caret', { hasText: 'Ben Okafor' })).toBeVisible();
  await expect(phone.text.locator('.plenary-caret', { hasText: 'Amélie Roux' })).toBeVisible();
  await expect(desk.beside.getByRole('listitem').filter({ hasText: 'Ben Okafor' })).toContainText(
    'is writing',
  );
  const colours = await desk.beside
    .getByRole('listitem')
    .evaluateAll((people) =>
      people.map((person) => getComputedStyle(person.firstElementChild ?? person).backgroundColor),
    );
  expect(new Set(colours).size).toBe(colours.length);

  // Both read the same, letter by letter, and the server has it.
  const read = await desk.wordsOf(':scope > *');
  expect(read).toContain(fromDesk);
  expect(read).toContain(fromPhone);
  await expect.poll(() => phone.wordsOf(':scope > *')).toEqual(read);
  const { html } = await sectionOf(organiser, group.id);
  expect(html).toContain(fromDesk);
  expect(html).toContain(fromPhone);

  await phone.visitor.context.close();
  await expect(desk.beside).not.toContainText('Ben Okafor');
  await expect(desk.text.locator('.plenary-caret')).toHaveCount(0);
});

test('two people write in one line at once, and no letter is lost', async ({ server, visit }) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit);
  await desk.goToEnd();
  await desk.type('Ensemble ');
  await expect(phone.text).toContainText('Ensemble');
  await phone.text.getByText('Ensemble').click();
  await phone.page.keyboard.press('Home');
  const [atEnd, atStart] = ['abcdefghijklmnopqrst', 'ABCDEFGHIJKLMNOPQRST'];
  await Promise.all([
    desk.page.keyboard.type(atEnd, { delay: 25 }),
    phone.page.keyboard.type(atStart, { delay: 35 }),
  ]);
  for (const side of [desk, phone]) {
    const lastLine = async () => (await side.wordsOf(':scope > *')).at(-1)?.replaceAll('\u2060', '');
    await expect.poll(lastLine).toBe(`${atStart}Ensemble ${atEnd}`);
    await side.isMarked('saved');
  }
});

test('a caret stays in its own empty paragraph while others make new ones above it', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit);
  await desk.goToEnd();
  await phone.goBelow();
  for (let line = 0; line < 3; line += 1) await phone.page.keyboard.press('Enter');
  await phone.isMarked('saved');
  const lines = (await phone.wordsOf(':scope > *')).length;
  await expect.poll(async () => (await desk.wordsOf(':scope > *')).length).toBe(lines);
  await desk.type('Tout en bas.');
  await expect.poll(async () => (await desk.wordsOf(':scope > *')).at(-1)).toBe('Tout en bas.');
});

test('the toolbar makes headings, lists, links and tables, and the other one gets them as such', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit);
  await desk.goToEnd();
  await desk.tool('Heading').click();
  await desk.type('Ce qui a marché');
  await expect(phone.text.getByRole('heading', { level: 2, name: 'Ce qui a marché' })).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await desk.tool('Subheading').click();
  await desk.type('À Lyon');
  await desk.page.keyboard.press('Enter');
  await expect(phone.text.getByRole('heading', { level: 3, name: 'À Lyon' })).toBeVisible();

  await desk.tool('Bulleted list').click();
  await expect(desk.tool('Bulleted list')).toHaveAttribute('aria-pressed', 'true');
  await desk.type('un');
  await desk.page.keyboard.press('Enter');
  await desk.type('deux');
  await expect.poll(() => phone.wordsOf('ul > li')).toEqual(['un', 'deux']);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.tool('Numbered list').click();
  await desk.type('premier');
  await expect.poll(() => phone.wordsOf('ol > li')).toEqual(['premier']);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');

  await desk.tool('Bold').click();
  await desk.type('fort ');
  await desk.tool('Bold').click();
  await desk.type('voir ');
  await desk.tool('Link').click();
  const dialog = desk.page.getByRole('dialog', { name: 'Link' });
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Set the link' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'This address cannot be a link. Example: https://example.org',
  );
  await expect(dialog.getByLabel('Address')).toHaveValue('javascript:alert(1)');
  await dialog.getByLabel('Address').fill('example.org/rapport');
  await dialog.getByRole('button', { name: 'Set the link' }).click();
  await expect.poll(() => phone.wordsOf('strong')).toEqual(['fort ']);
  await expect(phone.text.getByRole('link', { name: 'https://example.org/rapport' })).toHaveAttribute(
    'href',
    'https://example.org/rapport',
  );

  await desk.page.keyboard.press('Enter');
  await desk.tool('Insert a table').click();
  await desk.type('Ville');
  await desk.page.keyboard.press('Tab');
  await desk.type('Projets');
  await expect.poll(() => phone.wordsOf('th')).toEqual(['Ville', 'Projets', '']);
  await expect(phone.text.getByRole('row')).toHaveCount(3);
  await desk.tableTool('Row below').click();
  await expect(phone.text.getByRole('row')).toHaveCount(4);
  await desk.tableTool('Delete the table').click();
  await expect(phone.text.getByRole('table')).toHaveCount(0);

  // How much one step takes back depends on the pauses of the writer; that redo brings all of it back does not.
  const before = await desk.wordsOf(':scope > *');
  await desk.tool('Undo').click();
  await expect.poll(() => phone.wordsOf(':scope > *')).not.toEqual(before);
  await desk.tool('Redo').click();
  await expect.poll(() => phone.wordsOf(':scope > *')).toEqual(before);
});

test('outcomes come from the toolbar at a desk and from the thumb bar on a phone, and the panel counts them', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone, organiser, group } = await pairIn(server, visit);
  await desk.goToEnd();
  await desk.tool('Recommendation').click();
  await desk.type('Financer l’accompagnement.');
  await desk.outcome('Recommendation').getByLabel('Addressed to').fill('Fondations');

  await phone.goBelow();
  await phone.tool('Action').tap();
  await phone.type('Publier un guide.');
  const action = phone.outcome('Action');
  await action.getByLabel('Responsable').fill('Amélie Roux');
  await action.getByLabel('Échéance').fill('31/3/2017');

  const seen = desk.outcome('Action');
  await expect(seen).toContainText('Publier un guide.');
  await expect(seen.getByLabel('Owner')).toHaveValue('Amélie Roux');
  await expect(seen.getByLabel('Due')).toHaveValue(/^Friday,? 31 March 2017$/);
  await expect(phone.outcome('Recommandation').getByLabel('À l’attention de')).toHaveValue('Fondations');

  await phone.goToEnd();
  await phone.page.keyboard.press('Enter');
  await phone.tool('Constat').tap();
  await phone.type('Le temps manque.');
  await phone.tool('Question ouverte').tap();
  await phone.type('Qui mesure ?');
  await phone.tool('Question ouverte').tap();
  await phone.type('Et après ?');

  await expect(desk.count(/^Insight/)).toHaveText('Insight1');
  await expect(desk.count(/^Recommendation/)).toHaveText('Recommendation1');
  await expect(desk.count(/^Action/)).toHaveText('Action1');
  await expect(desk.count(/^Open question/)).toHaveText('Open questions2');
  await expect(phone.count(/^Question/)).toHaveText('Questions ouvertes2');

  // The panel leads to each outcome.
  await desk.count(/^Action/).click();
  await desk.beside.getByRole('button', { name: 'Publier un guide.' }).click();
  await expect(desk.outcome('Action')).toBeInViewport();

  await desk.isMarked('saved');
  await phone.isMarked('saved');
  const { outcomes } = await reportOf(organiser);
  expect(outcomes.filter((outcome) => outcome.group === group.id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'recommendation', data: { to: 'Fondations' } }),
      expect.objectContaining({
        kind: 'action',
        data: { owner: 'Amélie Roux', due: '2017-03-31', measure: null, status: null },
      }),
      expect.objectContaining({ kind: 'insight', text: 'Le temps manque.' }),
      expect.objectContaining({ kind: 'question', text: 'Qui mesure\u202F?' }),
      expect.objectContaining({ kind: 'question', text: 'Et après\u202F?' }),
    ]),
  );

  // An outcome can be turned back into text.
  await desk.outcome('Insight').getByRole('button', { name: 'Options: Insight' }).click();
  await desk.page.getByRole('button', { name: 'Turn back into text' }).click();
  await expect(phone.outcome('Constat')).toHaveCount(0);
  await expect(phone.text).toContainText('Le temps manque.');
});

test('whoever types in a paragraph goes on in it while another turns it into an outcome and back, also without a network', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben } = await pairIn(server, visit, { lang: 'fr' });
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  await ben.goToEnd();
  await ben.type('Nous nous retrouvons');
  await ben.isMarked('saved');
  await desk.text.getByText('Nous nous retrouvons').click();

  // One types on while the other clicks.
  await Promise.all([
    ben.page.keyboard.type(' en mars à Lyon, puis en juin à Lille,', { delay: 25 }),
    desk.tool('Decision').click(),
  ]);
  await expect(ben.outcome('Décision')).toBeVisible();
  await ben.type(' avec tous');
  const decision = 'Nous nous retrouvons en mars à Lyon, puis en juin à Lille, avec tous';
  for (const side of [desk, ben]) {
    await side.hasOnce(decision);
    await side.isMarked('saved');
  }
  await expect(desk.outcome('Decision')).toContainText(decision);

  await ben.visitor.context.setOffline(true);
  await ben.type(' les bénévoles');
  await ben.isMarked('device');
  await desk.outcome('Decision').getByRole('button', { name: 'Options: Decision' }).click();
  await desk.page.getByRole('button', { name: 'Turn back into text' }).click();
  await expect(desk.outcome('Decision')).toHaveCount(0);
  await desk.isMarked('saved');
  await ben.visitor.context.setOffline(false);
  await expect(ben.outcome('Décision')).toHaveCount(0);
  await ben.type(' de la ville.');
  for (const side of [desk, ben]) {
    await side.hasOnce(`${decision} les bénévoles de la ville.`);
    await side.isMarked('saved');
  }
});

test('on a phone every outcome kind is at the bottom of the screen, large enough for a thumb, and within its reach', async ({
  server,
  visit,
}) => {
  const { ben: phone } = await pairIn(server, visit);
  const { height, width } = phone.page.viewportSize() ?? { height: 0, width: 0 };
  const kinds = [
    'Constat',
    'Bonne pratique',
    'Recommandation',
    'Décision',
    'Action',
    'Question ouverte',
    'Citation',
    'Ressource',
  ];
  for (const kind of kinds) {
    await phone.tool(kind).scrollIntoViewIfNeeded();
    const box = await phone.tool(kind).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan(height - 140);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  }
  const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBe(0);
});

test('by keyboard alone an outcome is begun with a sign or a slash, filled in, and turned back', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit);
  const { keyboard } = desk.page;
  await desk.goToEnd();

  // A sign and a blank; Backspace right after gives the sign back.
  await desk.type('! ');
  await expect(desk.outcome('Recommendation')).toBeVisible();
  await keyboard.press('Backspace');
  await expect(desk.outcome('Recommendation')).toHaveCount(0);
  await desk.type('not that');
  expect(await desk.wordsOf(':scope > :last-child')).toEqual(['! not that']);
  await keyboard.press('Enter');

  // A slash, a name in another language than the page's, and the text says which choice is active.
  await desk.type('/déc');
  const list = desk.page.getByRole('listbox', { name: 'Add' });
  await expect(list.getByRole('option')).toHaveCount(1);
  const active = await desk.text.getAttribute('aria-activedescendant');
  await expect(desk.page.locator(`[id="${active}"]`)).toHaveAccessibleName(/^Decision/);
  await keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await desk.type('We meet in March.');
  await expect(phone.outcome('Décision')).toContainText('We meet in March.');
  await expect(desk.page.getByRole('status').filter({ hasText: 'Added: Decision.' })).toHaveCount(1);

  // Escape leaves the slash.
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await desk.type('/');
  await expect(list).toBeVisible();
  await keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  expect(await desk.wordsOf(':scope > :last-child')).toEqual(['/']);
  await keyboard.press('Backspace');

  // Tab leads to the picked values, the arrows to who is here, Escape back into the text.
  await desk.type('-> ');
  await desk.type('Publish a guide.');
  await keyboard.press('Tab');
  const owner = desk.outcome('Action').getByRole('combobox', { name: 'Owner' });
  await expect(owner).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(owner).not.toHaveValue('');
  await keyboard.press('Tab');
  await desk.type('31 mars 2017');
  await expect(
    desk.outcome('Action').getByRole('listbox', { name: 'Suggestions' }).getByRole('option'),
  ).toHaveText([/^Friday,? 31 March 2017$/]);
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(desk.text).toBeFocused();
  await keyboard.press('Control+Alt+0');
  await expect(desk.outcome('Action')).toHaveCount(0);
  await expect(phone.text).toContainText('Publish a guide.');
});
