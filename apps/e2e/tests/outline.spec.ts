import { AxeBuilder } from '@axe-core/playwright';
import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, joinAsOrganiser } from '../support/join.ts';
import { expect, test } from '../support/test.ts';

const WORDS = {
  en: { outline: 'Outline', required: 'to be filled', long: /· \d+ words, limit \d+$/ },
  fr: { outline: 'Plan', required: 'à remplir', long: /· \d+ mots pour \d+ au plus$/ },
} as const;

for (const lang of ['fr', 'en'] as const) {
  test(`the outline says what has to be filled and what is too long, in ${lang}`, async ({
    server,
    visit,
  }) => {
    const visitor = await visit({ lang });
    await joinAsOrganiser(visitor, server);
    const writing = new GroupPage(visitor);
    // The round table: its first part is to be filled, with a hundred words at most.
    await writing.open((await emptyGroup(visitor)).id);
    const { page, text } = writing;
    const { long, outline, required } = WORDS[lang];
    const entries = page.getByRole('navigation', { name: outline }).getByRole('button');
    await expect(entries.filter({ hasText: required })).not.toHaveCount(0);

    const first = entries.first();
    await expect(first).toContainText(required);
    await text.getByRole('paragraph').first().click();
    await page.keyboard.insertText('ha '.repeat(101));
    await expect(first).toHaveText(long);
    await expect(first).not.toContainText(required);
    const { violations } = await new AxeBuilder({ page }).include('nav').analyze();
    expect(violations).toEqual([]);
  });
}
