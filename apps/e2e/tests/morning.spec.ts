import { readFile } from 'node:fs/promises';
import { GroupPage } from '../support/group-page.ts';
import {
  invite,
  joinAsOrganiser,
  joinByLink,
  SLUG,
  workingGroups,
  type GroupFacts,
} from '../support/join.ts';
import { reportOf } from '../support/report.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';
import { answered, NETWORK_IS_GONE } from '../support/watch.ts';
import { missingIn, tokensOf, typeParagraphs, type Token } from '../support/writers.ts';

interface Writer {
  readonly name: string;
  readonly id: string;
  readonly group: GroupFacts;
  readonly page: GroupPage;
}

const FIRST_NAMES = ['Ada', 'Bruno', 'Chiara', 'Dragan', 'Élise', 'Farid', 'Greta'];
const SECOND_NAMES = ['Hugo', 'Inès', 'Jonas', 'Klara', 'Luca', 'Maud', 'Nadia'];

test('a morning: seven groups write, one signs, nothing is lost, and the organiser takes the report away', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const organiser = await visit();
  await joinAsOrganiser(organiser, server, 'Olga Ferrand');
  const groups = await workingGroups(organiser);
  const typed = new Map<string, Token[]>(groups.map(({ id }) => [id, []]));
  const remember = (group: GroupFacts, tokens: readonly Token[]): void =>
    void typed.get(group.id)?.push(...tokens);

  const writers: Writer[] = [];
  const seat = async (group: GroupFacts, index: number, second: boolean): Promise<void> => {
    const name = (second ? SECOND_NAMES : FIRST_NAMES)[index] ?? '';
    const invitation = await invite(organiser, second ? 'participant' : 'rapporteur', group.id);
    const visitor = await visit({ lang: second ? 'fr' : 'en', device: second ? 'phone' : 'desktop' });
    await joinByLink(visitor, invitation.url, name);
    const page = new GroupPage(visitor);
    await page.isOpen();
    writers.push({ name, id: `${index}${second ? 'b' : 'a'}`, group, page });
  };
  await test.step('fourteen people take their seats', async () => {
    for (const [index, group] of groups.entries()) {
      await Promise.all([seat(group, index, false), seat(group, index, true)]);
    }
  });
  const writerOf = (group: GroupFacts | undefined, second: boolean): Writer => {
    const found = writers.find((writer) => writer.group === group && writer.id.endsWith('b') === second);
    if (found === undefined) throw new Error('nobody sits there');
    return found;
  };

  await test.step('all fourteen type at once', async () => {
    await Promise.all(
      writers.map(async ({ id, group, page }) => {
        const tokens = tokensOf(id, 'r1', 8);
        if (id.endsWith('b')) await page.goToEnd();
        else {
          await page.goBelow();
          await page.tool('Insight').click();
        }
        await typeParagraphs(page, tokens);
        remember(group, tokens);
      }),
    );
    for (const { group, page } of writers) {
      await page.isMarked('saved');
      await expect
        .poll(async () => missingIn((await page.wordsOf(':scope > *')).join('\n'), typed.get(group.id) ?? []))
        .toEqual([]);
    }
  });

  await test.step('one loses the network, writes on, and comes back', async () => {
    const away = writerOf(groups[0], true);
    const other = writerOf(groups[0], false);
    away.page.visitor.watch.allow(...NETWORK_IS_GONE);
    await away.page.visitor.context.setOffline(true);
    const tokens = tokensOf(away.id, 'off', 6);
    await typeParagraphs(away.page, tokens);
    await away.page.isMarked('device');
    await expect(away.page.mark).toContainText('Seulement sur cet appareil');
    expect(missingIn((await other.page.wordsOf(':scope > *')).join('\n'), tokens)).toEqual(tokens);
    const meanwhile = tokensOf(other.id, 'on', 4);
    await other.page.page.keyboard.press('Enter');
    await typeParagraphs(other.page, meanwhile);
    await away.page.visitor.context.setOffline(false);
    await away.page.isMarked('saved');
    remember(away.group, [...tokens, ...meanwhile]);
    for (const { page } of [away, other]) {
      await expect
        .poll(async () => missingIn((await page.wordsOf(':scope > *')).join('\n'), [...tokens, ...meanwhile]))
        .toEqual([]);
    }
  });

  const signed = groups[1];
  const rapporteur = writerOf(signed, false);
  const late = writerOf(signed, true);
  const lateTokens = tokensOf(late.id, 'late', 5);
  await test.step('a rapporteur reads and signs while a writer of the group is out of reach', async () => {
    late.page.visitor.watch.allow(...NETWORK_IS_GONE, answered(423));
    await late.page.visitor.context.setOffline(true);
    await late.page.goToEnd();
    await typeParagraphs(late.page, lateTokens);
    await late.page.isMarked('device');

    await rapporteur.page.review.click();
    const section = rapporteur.page.page.frameLocator('iframe');
    await expect(section.getByText(tokensOf(rapporteur.id, 'r1', 1)[0] ?? '')).toBeVisible();
    expect(missingIn(await section.locator('body').innerText(), typed.get(signed?.id ?? '') ?? [])).toEqual(
      [],
    );
    await rapporteur.page.page.getByRole('button', { name: 'Sign this version' }).click();
    const dialog = rapporteur.page.page.getByRole('dialog', { name: 'Sign this version?' });
    await dialog.getByRole('button', { name: 'Sign this version' }).click();
    await expect(rapporteur.page.page.getByText('Signed by')).toBeVisible();
    await rapporteur.page.page.getByRole('link', { name: 'Back to the text' }).click();
    await expect(rapporteur.page.page.getByText(`Section signed by ${rapporteur.name}`)).toBeVisible();
    await expect(rapporteur.page.text).toHaveAttribute('contenteditable', 'false');
  });

  await test.step('the late edit is refused, and kept for copying', async () => {
    const { context, page } = late.page.visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.setOffline(false);
    await expect(page.getByText(`Section signée par ${rapporteur.name}`)).toBeVisible();
    await expect(late.page.drafts).toHaveCount(1);
    await expect(late.page.drafts).toContainText('Il est arrivé trop tard');
    expect(missingIn(await late.page.drafts.innerText(), lateTokens)).toEqual([]);
    await expect(late.page.text).toHaveAttribute('contenteditable', 'false');
    await expect(late.page.text).not.toContainText(lateTokens[0] ?? '');
    await late.page.drafts.getByRole('button', { name: 'Copier le texte' }).click();
    await expect(late.page.drafts.getByRole('button', { name: 'Copié' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(missingIn(copied, lateTokens)).toEqual([]);
    // It is still there after a reload.
    await page.reload();
    await expect(late.page.drafts).toContainText(lateTokens[0] ?? '');
  });

  await test.step('the organiser takes the report away in three formats', async () => {
    const { page } = organiser;
    await page.goto(`/s/${SLUG}/report`);
    await expect(page.frameLocator('iframe').getByText(lateTokens[0] ?? '')).toHaveCount(0);
    await expect(
      page
        .frameLocator('iframe')
        .getByText(tokensOf('0b', 'off', 1)[0] ?? '')
        .first(),
    ).toBeAttached();
    for (const [button, ending] of [
      ['Web page', '.html'],
      ['Markdown', '.md'],
      ['Data (JSON)', '.json'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `Prepare: ${button}` }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      const text = await readFile(await file.path(), 'utf8');
      expect(missingIn(text, [...typed.values()].flat())).toEqual([]);
      expect(missingIn(text, lateTokens)).toEqual(lateTokens);
      expect(text).toContain(rapporteur.name);
    }
    const { generatedFrom } = await reportOf(organiser);
    expect(generatedFrom[signed?.id ?? '']?.signedOff).toMatchObject({ by: rapporteur.name });
  });

  await test.step('the organiser reopens, and the group writes on in a new epoch', async () => {
    const { page } = organiser;
    await page.goto(`/s/${SLUG}/g/${signed?.id}/review`);
    await page.getByRole('button', { name: 'Reopen the section' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reopen the section' }).click();
    await expect(page.getByRole('button', { name: 'Sign this version' })).toBeVisible();
    const again: Token[] = [];
    for (const writer of [rapporteur, late]) {
      await writer.page.isOpen();
      await writer.page.goToEnd();
      again.push(...tokensOf(writer.id, 're', 4));
      await typeParagraphs(writer.page, again.slice(-4));
      // The next one goes to the end of what is seen: half a word there would stay in two halves.
      for (const { page: side } of [rapporteur, late]) {
        await side.isMarked('saved');
        await expect
          .poll(async () => missingIn((await side.wordsOf(':scope > *')).join('\n'), again))
          .toEqual([]);
      }
    }
    expect(
      missingIn(JSON.stringify(await reportOf(organiser)), [
        ...again,
        ...(typed.get(signed?.id ?? '') ?? []),
      ]),
    ).toEqual([]);
    expect(await epochOf(organiser, signed)).toBe(2);
    // What came too late is still only a draft: nobody merged it behind the group's back.
    expect(missingIn(JSON.stringify(await reportOf(organiser)), lateTokens)).toEqual(lateTokens);
  });
});

async function epochOf({ context }: Visitor, group: GroupFacts | undefined): Promise<number> {
  const response = await context.request.get(`/api/summits/${SLUG}/groups/${group?.id}`);
  return ((await response.json()) as GroupFacts).epoch;
}
