import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByLink } from '../support/join.ts';
import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';
import { answered, NETWORK_IS_GONE } from '../support/watch.ts';

test('a connection that stays open and carries nothing is found out: the mark says so, and another one takes the text once', async ({
  network,
  server,
  visit,
}) => {
  const { amelie, ben } = await pairIn(server, visit, { through: network.url });
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  const { page } = ben;
  // From here on the page's own clock, which the test can push.
  await page.clock.install();
  await page.reload();
  await ben.isOpen();

  network.swallowsWhatIsOpen();
  await ben.goToEnd();
  await ben.type('Into a tunnel.');
  await ben.isMarked('saving', 'device');
  await page.clock.fastForward(5_000);
  await ben.isMarked('device');
  await amelie.goToEnd();
  await amelie.type('Meanwhile.');
  await expect(ben.text).not.toContainText('Meanwhile.');

  await page.clock.fastForward(10_000);
  await ben.isMarked('saved');
  for (const { text } of [amelie, ben]) await expect(text).toContainText('Meanwhile.');
  for (const one of [amelie, ben]) {
    await one.hasOnce('Into a tunnel.');
    await one.hasOnce('Meanwhile.');
  }
});

test('a phone that slept with a dead connection wakes up, connects anew, and has its text and the others’ once', async ({
  network,
  server,
  visit,
}) => {
  const { amelie, ben } = await pairIn(server, visit, { device: 'phone', through: network.url });
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  const { page } = ben;
  await page.clock.install();
  await page.reload();
  await ben.isOpen();
  const phone = await page.context().newCDPSession(page);
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });

  // The hall's Wi-Fi forgets a phone that sleeps, and tells it nothing.
  network.swallowsWhatIsOpen();
  await ben.goToEnd();
  await ben.type('Before sleep.');
  await ben.isMarked('saving', 'device');
  // Headless Chromium takes no page for hidden and freezes none, so its clock stands still in its place.
  const asleepAt = (await page.evaluate(() => Date.now())) + 4_000;
  await page.clock.pauseAt(asleepAt);
  await amelie.goToEnd();
  await amelie.type('While Ben slept.');
  await amelie.isMarked('saved');
  expect(await amelie.wordsOf('p')).not.toContain('Before sleep.');

  // No timer runs before the phone has connected: it is the waking that does it.
  await page.clock.setSystemTime(asleepAt + 20 * 60_000);
  const before = network.opened;
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await expect.poll(() => network.opened).toBe(before + 1);
  await page.clock.resume();
  await ben.isMarked('saved');
  for (const one of [amelie, ben]) {
    await one.hasOnce('Before sleep.');
    await one.hasOnce('While Ben slept.');
  }
});

test('after a restart everybody comes back by themselves, and what each wrote meanwhile is there once', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  organiser.watch.allow(...NETWORK_IS_GONE, answered(502));
  const group = await emptyGroup(organiser);
  const { url } = await invite(organiser, 'participant', group.id);
  const pages = await Promise.all(
    ['Ana', 'Ben', 'Chloé', 'Dao', 'Eva'].map(async (name) => {
      const visitor = await visit();
      visitor.watch.allow(...NETWORK_IS_GONE, answered(502));
      await joinByLink(visitor, url, name);
      const page = new GroupPage(visitor);
      await page.isOpen();
      return page;
    }),
  );

  await server.kill();
  await Promise.all(
    pages.map(async (page, index) => {
      await page.goToEnd();
      await page.type(`Meanwhile ${index}.`);
      await page.isMarked('device');
    }),
  );
  await server.restart();
  for (const page of pages) await page.isMarked('saved');
  for (const page of pages) for (const index of pages.keys()) await page.hasOnce(`Meanwhile ${index}.`);
});
