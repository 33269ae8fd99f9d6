import { expectAccessible } from '../support/accessible.ts';
import { SLUG } from '../support/join.ts';
import { SIGN_IN } from '../support/network.ts';
import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';
import { NETWORK_IS_GONE } from '../support/watch.ts';

/** What Chromium says of the network's page where a part of the program or a stream was asked for. */
const ANSWERED_BY_THE_NETWORK = [
  /EventSource's response has a MIME type/,
  /violates the following Content Security Policy directive/,
  /blocked by CORS policy/,
  /net::ERR_FAILED/,
  /\/sign-in$/,
] as const;

for (const how of ['page', 'redirect'] as const) {
  test(`a network that asks for a sign-in (${how}) takes no text, is named, is never kept, and then lets the text through once`, async ({
    network,
    server,
    visit,
  }) => {
    const { amelie, ben } = await pairIn(server, visit, {
      device: 'phone',
      lang: 'fr',
      through: network.url,
    });
    await ben.isKept();
    ben.visitor.watch.allow(...NETWORK_IS_GONE, ...ANSWERED_BY_THE_NETWORK);
    const { page } = ben;
    const asks = page.getByText('Ce réseau demande d’abord');

    network.asksForSignIn(how);
    await ben.goToEnd();
    await ben.type('Écrit à l’hôtel.');
    await ben.isMarked('device');
    await expect(asks).toBeVisible();
    await expect(page.getByText('Votre texte reste sur cet appareil')).toBeVisible();

    // A page that was never opened here says so; the one that was has its text. Both show the way out.
    await page.goto(`/s/${SLUG}`);
    await expect(asks).toBeVisible();
    await page.goBack();
    await ben.isMarked('device');
    await expect(ben.text).toContainText('Écrit à l’hôtel.');
    await expect(asks).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    const opened = ben.visitor.context.waitForEvent('page');
    await page.getByRole('link', { name: 'Ouvrir la page de ce réseau' }).click();
    await expect((await opened).getByRole('heading', { name: SIGN_IN })).toBeVisible();
    await (await opened).close();
    const kept = await page.evaluate(async () => {
      const found = (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
        return Promise.all(answers.map(async (answer) => answer?.text()));
      });
      return (await Promise.all(found)).flat();
    });
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((text) => text?.includes(SIGN_IN))).toEqual([]);

    network.carries();
    await ben.isMarked('saved');
    await expect(asks).toHaveCount(0);
    await amelie.hasOnce('Écrit à l’hôtel.');
    await ben.hasOnce('Écrit à l’hôtel.');
  });
}
