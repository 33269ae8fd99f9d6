import type { Locator } from '@playwright/test';
import { claiming, drawing, photograph } from '@plenary/pictures/samples';
import type { GroupPage } from '../support/group-page.ts';
import { SLUG } from '../support/join.ts';
import { expectAccessible } from '../support/accessible.ts';
import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';
import type { VisitorOptions } from '../support/visitor.ts';
import { answered, NETWORK_IS_GONE } from '../support/watch.ts';

const ON_A_DARK_PHONE: VisitorOptions = { device: 'phone', lang: 'fr', theme: 'dark' };

async function file(bytes: Promise<Uint8Array>, name: string, mimeType = 'image/jpeg') {
  return { name, mimeType, buffer: Buffer.from(await bytes) };
}

/** Presses what opens the files of the device, and picks these. */
async function choose(press: Locator, ...files: readonly Awaited<ReturnType<typeof file>>[]): Promise<void> {
  const chooser = press.page().waitForEvent('filechooser');
  await press.click();
  await (await chooser).setFiles([...files]);
}

function figures({ text }: GroupPage): Locator {
  return text.locator('figure');
}

/** Whether the picture can be seen, and how large it is in itself. */
async function expectSeen(image: Locator, width: number, height: number): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      image.evaluate((one: HTMLImageElement) => [one.complete, one.naturalWidth, one.naturalHeight]),
    )
    .toEqual([true, width, height]);
}

test('a photograph is brought, described, seen by the others and printed in the report', async ({
  server,
  visit,
}) => {
  const { organiser, amelie: desk, ben: phone } = await pairIn(server, visit, ON_A_DARK_PHONE);
  await desk.goToEnd();
  await choose(desk.tool('Picture or photo'), await file(photograph(2600, 1300), 'flipchart.jpg'));
  await expect(figures(desk)).toHaveCount(1);
  // The camera had lain on its side, and had more pixels than are kept.
  for (const side of [desk, phone]) await expectSeen(figures(side).locator('img'), 1024, 2048);

  const description = figures(desk).getByLabel('Description');
  await expect(description).toBeEmpty();
  await expectAccessible(desk.page);
  await description.fill('The flipchart of the morning, with seven ideas');
  await description.press('Enter');
  await expect(figures(phone).getByLabel('Description')).toHaveValue(/seven ideas/);
  await expect(figures(phone).getByRole('img', { name: /seven ideas/ })).toBeVisible();

  // The caption is text like any other, written by both.
  await figures(desk).locator('figcaption').click();
  await desk.type('Seven ideas');
  await expect.poll(() => phone.wordsOf('figcaption')).toEqual(['Seven ideas']);
  await desk.page.keyboard.press('Enter');
  await desk.type('And what follows from them.');
  await expect(figures(desk)).toHaveCount(1);
  await expect(desk.text.locator('figure + p')).toHaveText('And what follows from them.');
  await desk.isMarked('saved');
  await expectAccessible(phone.page);

  const report = await organiser.context.request.get(`/api/summits/${SLUG}/report?format=html&lang=fr`);
  const page = await report.text();
  expect(page).toMatch(
    /<img src="data:image\/jpeg;base64,[^"]+" alt="The flipchart of the morning, with seven ideas"/,
  );
  expect(page).toContain('Seven ideas</figcaption>');
  expect(page).not.toContain('Telefon');

  await organiser.page.goto(`/s/${SLUG}/report`);
  const preview = organiser.page.frameLocator('iframe').getByRole('img', { name: /seven ideas/ });
  await expectSeen(preview, 1024, 2048);
});

test('pictures are pasted, dropped, begun by a slash, and taken away', async ({ server, visit }) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit, ON_A_DARK_PHONE);
  const bytes = [...(await drawing(320, 200))];
  const give = (kind: 'paste' | 'drop') =>
    desk.text.evaluate(
      (text, [how, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], 'plan.png', { type: 'image/png' }));
        const { left, bottom } = (text.lastElementChild ?? text).getBoundingClientRect();
        const options = { bubbles: true, cancelable: true };
        const event =
          how === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', {
                ...options,
                dataTransfer: data,
                clientX: left + 5,
                clientY: bottom - 5,
              });
        (text.lastElementChild ?? text).dispatchEvent(event);
      },
      [kind, bytes] as const,
    );
  await desk.goToEnd();
  await give('paste');
  await expect(figures(desk)).toHaveCount(1);
  await give('drop');
  await expect(figures(desk)).toHaveCount(2);
  await desk.goToEnd();
  await desk.type('/pict');
  await choose(
    desk.page.getByRole('option', { name: 'Picture or photo' }),
    await file(drawing(64, 48), 'small.png', 'image/png'),
  );
  await expect(figures(desk)).toHaveCount(3);
  for (const side of [desk, phone]) {
    await expectSeen(figures(side).locator('img').first(), 320, 200);
    await expectSeen(figures(side).locator('img').last(), 64, 48);
  }

  // A page in the clipboard: its words, the picture it holds, and a word about the one it does not.
  await desk.goToEnd();
  await desk.text.evaluate((text, base64) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<p>Copied words <img src="data:image/png;base64,${base64}"><img src="https://elsewhere.example/a.png"></p>`,
    );
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
    (text.lastElementChild ?? text).dispatchEvent(paste);
  }, Buffer.from(bytes).toString('base64'));
  await expect(desk.text).toContainText('Copied words');
  await expect(figures(desk)).toHaveCount(4);
  await expect(desk.text).toContainText('One picture was not pasted');

  await figures(desk).first().getByLabel('Only decorates').check();
  await expect(figures(phone).first().getByLabel('Image décorative')).toBeChecked();
  await figures(phone).last().getByRole('button', { name: 'Retirer l’image' }).click();
  await expect(figures(desk)).toHaveCount(3);
});

test('without a network a picture waits for whoever brought it, and nobody sees one that is not there', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit, ON_A_DARK_PHONE);
  phone.visitor.watch.allow(...NETWORK_IS_GONE);
  await phone.goToEnd();
  await phone.visitor.context.setOffline(true);
  await choose(phone.tool('Image ou photo'), await file(photograph(300, 200), 'salle.jpg'));
  const waiting = phone.text.getByRole('group', { name: 'salle.jpg' });
  await expect(waiting).toContainText('Le serveur n’est pas joignable.');
  await expectAccessible(phone.page);
  await phone.visitor.context.setOffline(false);
  await expect(figures(desk)).toHaveCount(0);
  await waiting.getByRole('button', { name: 'Réessayer' }).click();
  for (const side of [phone, desk]) {
    await expect(figures(side)).toHaveCount(1);
    await expectSeen(figures(side).locator('img'), 200, 300);
  }
  await expect(waiting).toHaveCount(0);
});

test('what is no picture is refused with the server’s sentence, and given up', async ({ server, visit }) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit, ON_A_DARK_PHONE);
  desk.visitor.watch.allow(answered(413), answered(415), answered(422));
  await desk.goToEnd();
  const page = Promise.resolve(new TextEncoder().encode('<svg onload="alert(1)"/>'));
  const cut = drawing(200, 100).then((bytes) => bytes.subarray(0, 150));
  await choose(
    desk.tool('Picture or photo'),
    await file(page, 'logo.png', 'image/png'),
    await file(cut, 'half.png', 'image/png'),
    await file(claiming(30_000, 30_000), 'wall.png', 'image/png'),
  );
  const sentences = {
    'logo.png': 'not a picture that can be kept',
    'half.png': 'damaged',
    'wall.png': 'too large',
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    const box = desk.text.getByRole('group', { name });
    await expect(box).toContainText(sentence);
    await expect(box.getByRole('button', { name: 'Try again' })).toBeHidden();
    await box.getByRole('button', { name: 'Remove' }).click();
    await expect(box).toHaveCount(0);
  }
  await expect(figures(desk)).toHaveCount(0);
  await expect(figures(phone)).toHaveCount(0);
});
