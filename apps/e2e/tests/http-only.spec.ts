import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByLink } from '../support/join.ts';
import { startNetwork } from '../support/network.ts';
import { expect, test } from '../support/test.ts';
import { answered, NETWORK_IS_GONE } from '../support/watch.ts';

test('where no WebSocket passes two people write together, the mark is true, and a killed server loses nothing', async ({
  server,
  visit,
}) => {
  const network = await startNetwork(server.url, { webSockets: false });
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const inside = async (name: string): Promise<GroupPage> => {
    const { url } = await invite(organiser, 'participant', group.id);
    const visitor = await visit({ through: network.url });
    visitor.watch.allow(...NETWORK_IS_GONE, answered(403), answered(404), answered(502));
    await joinByLink(visitor, new URL(url).pathname, name);
    const page = new GroupPage(visitor);
    await page.isOpen();
    return page;
  };
  const ana = await inside('Ana');
  const ben = await inside('Ben');
  expect(network.refused).toBeGreaterThanOrEqual(4);

  await ana.goToEnd();
  await ana.type('From a hotel.');
  await expect(ben.text).toContainText('From a hotel.');
  await ana.isMarked('saved');
  await ben.goToEnd();
  await ben.type('From the lobby.');
  await expect(ana.text).toContainText('From the lobby.');

  organiser.watch.allow(...NETWORK_IS_GONE);
  await server.kill();
  await ana.type(' And on.');
  await ana.isMarked('device');
  await server.restart();
  await ana.isMarked('saved');
  await expect(ben.text).toContainText('And on.');
  const reader = new GroupPage(organiser);
  await reader.open(group.id);
  const words = (await reader.wordsOf(':scope > *')).join('\n');
  for (const once of ['From a hotel.', 'From the lobby.', ' And on.'])
    expect(words.split(once)).toHaveLength(2);
  network.close();
});
