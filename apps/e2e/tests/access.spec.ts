import { GroupPage } from '../support/group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByLink, SLUG } from '../support/join.ts';
import { reportOf, sectionOf } from '../support/report.ts';
import { connectStockClient, ended, openSocket } from '../support/stock-client.ts';
import { expect, test } from '../support/test.ts';
import type { TestServer } from '../support/server.ts';
import type { Visitor, VisitorOptions } from '../support/visitor.ts';

/** An organiser at work in an empty group, whose page must go on undisturbed. */
async function atWork(server: TestServer, visit: (options?: VisitorOptions) => Promise<Visitor>) {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const { id } = await emptyGroup(organiser);
  const page = new GroupPage(organiser);
  await page.open(id);
  await page.goToEnd();
  await page.type('Le groupe est au travail.');
  await page.isMarked('saved');
  return { organiser, group: id, page };
}

test('a reader reads along and cannot write, neither in the page nor with a program', async ({
  server,
  visit,
}) => {
  const { organiser, group, page } = await atWork(server, visit);
  const invitation = await invite(organiser, 'reader');
  const reader = await visit();
  await joinByLink(reader, invitation.url, 'Lena Brandt');
  const reading = new GroupPage(reader);
  await reader.page.goto(`/s/${SLUG}/g/${group}`);
  await expect(reading.text).toContainText('Le groupe est au travail.');
  await expect(reading.text).toHaveAttribute('contenteditable', 'false');
  await expect(reading.toolbar).toHaveCount(0);
  await expect(reader.page.getByText('You can read this document.')).toBeVisible();
  await page.type(' Encore.');
  await expect(reading.text).toContainText('Encore.');
  await page.isMarked('saved');

  const before = await sectionOf(organiser, group);
  const program = connectStockClient(server.url, group, invitation.token);
  await expect.poll(() => program.blocks().join('\n')).toContain('Encore.');
  const closed = program.closed();
  program.write('Ceci ne doit pas passer.');
  expect(await closed).toBe(4403);
  program.leave();
  expect(await sectionOf(organiser, group)).toEqual(before);
  await expect(reading.text).not.toContainText('Ceci ne doit pas passer.');
  await page.isMarked('saved');

  // Nor may a reader sign, invite or reopen.
  for (const [path, data] of [
    [`groups/${group}/sign-off`, { seq: before.seq, hash: before.hash }],
    [`groups/${group}/reopen`, {}],
    ['invitations', { role: 'organiser' }],
  ] as const) {
    const response = await reader.context.request.post(`/api/summits/${SLUG}/${path}`, { data });
    expect(response.status()).toBe(403);
    expect(response.headers()['content-type']).toContain('application/problem+json');
  }
});

test('y-websocket as it is published converges with a browser, in both directions', async ({
  server,
  visit,
}) => {
  const { organiser, group, page } = await atWork(server, visit);
  const { token } = await invite(organiser, 'participant', group);
  const program = connectStockClient(server.url, group, token);
  await expect.poll(() => program.blocks()).toContain('Le groupe est au travail.');
  program.write('Écrit par un programme.');
  await expect(page.text).toContainText('Écrit par un programme.');
  await page.type(' Et il continue.');
  await expect.poll(() => program.blocks()).toContain('Le groupe est au travail. Et il continue.');
  await page.isMarked('saved');
  await expect.poll(() => page.wordsOf(':scope > *')).toEqual([...program.blocks()]);
  expect(JSON.stringify(await reportOf(organiser))).toContain('Écrit par un programme.');
  program.leave();

  // In another group the same token only reads.
  const elsewhere = connectStockClient(server.url, 'nowhere', token);
  expect(await elsewhere.closed()).toBe(4404);
  elsewhere.leave();
});

test('who has no right to a document gets a close code and not a byte of it', async ({ server, visit }) => {
  const { organiser, group, page } = await atWork(server, visit);
  const { token } = await invite(organiser, 'participant', group);
  const address = `${server.url.replace(/^http/, 'ws')}/sync/${group}`;
  const headers = { authorization: `Bearer ${token}` };

  const nobody = await ended(openSocket(address, {}));
  expect(nobody).toEqual({ code: 4401, frames: [] });

  const invented = await ended(openSocket(address, { headers: { authorization: 'Bearer not-a-token' } }));
  expect(invented).toEqual({ code: 4401, frames: [] });

  const foreign = await ended(openSocket(address, { headers, origin: 'https://evil.example' }));
  expect(foreign).toEqual({ code: 4403, frames: [] });

  const old = await ended(openSocket(`${address}?schema=999&epoch=1`, { headers, protocol: 'plenary.v1' }));
  expect(old.code).toBe(4426);
  // A notice (103) says why; nothing of the document, nothing of the people.
  expect(old.frames.map(([type]) => type)).toEqual([103]);

  await page.type(' Rien ne dérange.');
  await page.isMarked('saved');
});

test('a request from another site is refused', async ({ server, visit }) => {
  const { organiser, group } = await atWork(server, visit);
  const before = await sectionOf(organiser, group);
  const attempt = async (headers: Record<string, string>) =>
    organiser.context.request.post(`/api/summits/${SLUG}/groups/${group}/sign-off`, {
      headers,
      data: { seq: before.seq, hash: before.hash },
    });
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const response = await attempt(headers);
    expect(response.status()).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'origin-foreign' });
  }
  expect((await attempt({ origin: server.url })).status()).toBe(200);
});

test('garbage on the socket ends that socket only', async ({ server, visit }) => {
  const { organiser, group, page } = await atWork(server, visit);
  const { token } = await invite(organiser, 'participant', group);
  const before = await sectionOf(organiser, group);
  const address = `${server.url.replace(/^http/, 'ws')}/sync/${group}`;
  const garbage: readonly (string | Uint8Array)[] = [
    'text',
    new Uint8Array(0),
    Uint8Array.of(77),
    Uint8Array.of(0, 9),
    Uint8Array.of(0, 2, 200, 1),
    Uint8Array.of(0, 2, 4, 255, 255, 255, 255),
    Uint8Array.of(1, 255, 255, 255, 255, 15),
    Uint8Array.of(102, 1),
    new Uint8Array(512).fill(0xff),
  ];
  for (const frame of garbage) {
    const socket = openSocket(address, { headers: { authorization: `Bearer ${token}` } });
    const end = ended(socket);
    socket.on('open', () => socket.send(frame));
    expect((await end).code, `after ${typeof frame === 'string' ? frame : frame.slice(0, 8).join(' ')}`).toBe(
      4400,
    );
  }
  expect(await sectionOf(organiser, group)).toEqual(before);
  await page.isMarked('saved');
  await page.type(' Toujours là.');
  await page.isMarked('saved');
  expect((await sectionOf(organiser, group)).html).toContain('Toujours là.');
});

test('a page of another version says so and offers nothing to write in', async ({ server, visit }) => {
  const { organiser, group } = await atWork(server, visit);
  await organiser.page.route(`**/api/summits/${SLUG}/groups/${group}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), schema: 999 } });
  });
  await organiser.page.reload();
  await expect(
    organiser.page.getByRole('heading', { name: 'This page is of another version than the server' }),
  ).toBeVisible();
  await expect(organiser.page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  await expect(organiser.page.getByRole('textbox')).toHaveCount(0);
});
