import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByLink, SLUG } from '../support/join.ts';
import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';
import { NETWORK_IS_GONE } from '../support/watch.ts';

const WARNING = 'exists only in this tab';

/** Without a network, and with it again. */
async function writesWithoutNetwork(page: GroupPage, text: string): Promise<void> {
  await page.visitor.context.setOffline(true);
  await page.goToEnd();
  await page.type(text);
}

/** Tries to close the tab and gives what kind of dialog comes up; the answer is to stay. */
async function asksBeforeClosing({ page }: GroupPage): Promise<string> {
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  await dialog.dismiss();
  return dialog.type();
}

/** Writes, as something else on the device may, until not a byte more is taken. */
async function fillDevice({ page }: GroupPage): Promise<void> {
  await page.evaluate(async () => {
    const done = async <Value>(request: IDBRequest<Value>): Promise<Value> => {
      const { promise, resolve, reject } = Promise.withResolvers<Value>();
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('refused')));
      return promise;
    };
    const opening = indexedDB.open('something else');
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('bytes', { autoIncrement: true }),
    );
    const database = await done(opening);
    for (let size = 1024 * 1024; size >= 1; size /= 4) {
      for (let taken = true; taken;) {
        const transaction = database.transaction('bytes', 'readwrite');
        const { promise, resolve } = Promise.withResolvers<boolean>();
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
        transaction.objectStore('bytes').add(new Uint8Array(size));
        taken = await promise;
      }
    }
    database.close();
  });
}

test('where the browser keeps nothing, typing goes on and is saved; without a network the page says where the text is, and asks before it is closed', async ({
  server,
  visit,
}) => {
  const { amelie, ben } = await pairIn(server, visit, {});
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  // As browsers do in private windows, or where an administrator forbids it.
  await ben.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      );
    };
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await ben.page.reload();
  await ben.isOpen();
  await ben.goToEnd();
  await ben.type('Kept by the server.');
  await ben.isMarked('saved');
  await amelie.hasOnce('Kept by the server.');

  await writesWithoutNetwork(ben, 'Kept nowhere yet.');
  await ben.isMarked('unstored');
  await expect(ben.page.getByText(WARNING)).toBeVisible();
  // The warning stays in view, and the tools below it.
  await ben.toolbar.getByRole('button').first().click({ trial: true });
  expect(await asksBeforeClosing(ben)).toBe('beforeunload');
  await ben.visitor.context.setOffline(false);
  await ben.isMarked('saved');
  await expect(ben.page.getByText(WARNING)).toHaveCount(0);
  await amelie.hasOnce('Kept nowhere yet.');
});

test('a full device takes no more text, and the page says so; the server still gets it, once', async ({
  server,
  visit,
}) => {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const visitor = await visit();
  visitor.watch.allow(...NETWORK_IS_GONE, /QuotaExceeded/i);
  const device = await visitor.context.newCDPSession(visitor.page);
  await device.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 8 * 1024 * 1024 });
  await joinByLink(visitor, (await invite(organiser, 'participant', group.id)).url, 'Dao');
  const dao = new GroupPage(visitor);
  await dao.isOpen();
  await dao.isKept();
  await writesWithoutNetwork(dao, 'Still on the device. ');
  await dao.isMarked('device');
  await fillDevice(dao);
  await dao.type('No longer on the device.');
  await dao.isMarked('unstored');
  await expect(dao.page.getByText(WARNING)).toBeVisible();
  expect(await asksBeforeClosing(dao)).toBe('beforeunload');
  await visitor.context.setOffline(false);
  await dao.isMarked('saved');
  await dao.type(' And on.');
  await dao.isMarked('saved');
  const reader = new GroupPage(organiser);
  await reader.open(group.id);
  await reader.hasOnce('Still on the device. No longer on the device. And on.');
});

test('site data that is cleared under an open page ends its copy, not the typing', async ({
  server,
  visit,
}) => {
  const { amelie, ben } = await pairIn(server, visit, {});
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  const device = await ben.page.context().newCDPSession(ben.page);
  await ben.goToEnd();
  await ben.type('Before.');
  await ben.isMarked('saved');
  await device.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' });
  await ben.type(' After.');
  await ben.isMarked('saved');
  await amelie.hasOnce('Before. After.');
  await writesWithoutNetwork(ben, 'And without a network.');
  await ben.isMarked('unstored');
  await expect(ben.page.getByText(WARNING)).toBeVisible();
  await ben.visitor.context.setOffline(false);
  await ben.isMarked('saved');
  await amelie.hasOnce('And without a network.');
});

test('a tab that is closed without a network keeps its text for the next one; a private window asks first', async ({
  server,
  visit,
}) => {
  // Every browser of these tests is a private window: what it keeps ends with its last tab.
  const { amelie, ben, group } = await pairIn(server, visit, {});
  ben.visitor.watch.allow(...NETWORK_IS_GONE);
  await ben.isKept();
  await writesWithoutNetwork(ben, 'Written, then closed.');
  await ben.isMarked('device');
  await expect(ben.mark).toHaveAttribute('title', /a private window forgets it/);
  expect(await asksBeforeClosing(ben)).toBe('beforeunload');
  await ben.page.close();

  const next = { ...ben.visitor, page: await ben.visitor.context.newPage() };
  const again = new GroupPage(next);
  await next.page.goto(`/s/${SLUG}/g/${group.id}`);
  await again.isMarked('device');
  await expect(again.text).toContainText('Written, then closed.');
  await ben.visitor.context.setOffline(false);
  await again.isMarked('saved');
  await amelie.hasOnce('Written, then closed.');
});
