/** Takes the pictures of the documentation from a real server and the sample summit: `node scripts/take-pictures.ts [folder]`, after a build. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { GroupPage } from '../support/group-page.ts';
import { groupsOf, joinAsOrganiser, joinByLink, invite, SLUG } from '../support/join.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openVisitor, type Visitor, type VisitorOptions } from '../support/visitor.ts';
import { findBrowser } from './browsers.ts';

const PICTURES = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
/** What a page of the documentation may ask of its reader's network. */
const MOST_BYTES = 150_000;

const folder = resolve(process.argv[2] ?? PICTURES);
await mkdir(folder, { recursive: true });
const server = await startServer();
const found = findBrowser('chromium');
const browser = await chromium.launch({
  ...(found?.kind === 'system' && { executablePath: found.path }),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  await takeAll(browser, server);
} finally {
  await browser.close();
  await server.stop();
}

async function takeAll(on: Browser, { url, ...rest }: TestServer): Promise<void> {
  const visit = async (options: VisitorOptions): Promise<Visitor> =>
    openVisitor(on, url, { lang: 'fr', ...options });
  const organiser = await visit({});
  await joinAsOrganiser(organiser, { url, ...rest }, 'Agathe Colin');
  const link = (await invite(organiser, 'participant')).url;
  const come = async (name: string, options: VisitorOptions = {}): Promise<GroupPage> => {
    const visitor = await visit(options);
    await joinByLink(visitor, link, name);
    return new GroupPage(visitor);
  };

  const groups = await groupsOf(organiser);
  const group = (session: string): string => {
    const id = groups.find((one) => one.session === session)?.id;
    if (id === undefined) throw new Error(`The sample has no group of the session ${session}.`);
    return id;
  };

  const working = group('d2-wg-1');
  const desktop = new GroupPage(organiser);
  await desktop.open(working);
  const joao = await come('João Bastos');
  await joao.open(working);
  await putCaret(joao, 'Nous étions onze');
  const lena = await come('Lena Maurer');
  await lena.open(working);
  await putCaret(lena, 'Un dirigeant s’engage');
  await desktop.text.locator('.plenary-caret').nth(1).waitFor();
  await take(desktop.page, 'group-page');

  await desktop.page.emulateMedia({ colorScheme: 'dark' });
  await take(desktop.page, 'group-page-dark');

  const phone = await come('Inès Roux', { device: 'phone' });
  await phone.open(working);
  await putCaret(phone, 'Nous étions onze');
  await take(phone.page, 'group-page-phone');

  const visited = await come('Leïla Haddad');
  await visited.open(group('d1-field-visits'));
  await writeFromRightToLeft(visited);
  await take(visited.page, 'group-page-right-to-left');

  await organiser.page.emulateMedia({ colorScheme: 'light' });
  await organiser.page.goto(`/s/${SLUG}/report`);
  await organiser.page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  await take(organiser.page, 'report-page');
}

/** Puts somebody's caret at the end of the paragraph that begins that way. */
async function putCaret(writing: GroupPage, beginning: string): Promise<void> {
  const paragraph = writing.text.locator('p').filter({ hasText: beginning });
  const box = await paragraph.boundingBox();
  if (box === null) throw new Error(`No paragraph begins with “${beginning}”.`);
  await paragraph.click({ position: { x: box.width / 2, y: box.height - 4 } });
  await writing.move('End');
}

/** A quotation in Arabic between two paragraphs of a French document, marked by the page's own control. */
async function writeFromRightToLeft(writing: GroupPage): Promise<void> {
  const { page, text } = writing;
  await text.locator('p').first().click();
  await writing.move('End');
  await writing.type(
    'L’association nous a reçus dans ses bureaux, rue de Lancry. Une bénévole venue de Tunis a tenu à nous répondre dans sa langue :',
  );
  await writing.move('Enter');
  await writing.type(
    'المتطوّع الذي يعود بعد سنتين (وقد عاد 7 من 10 في 2015) هو أفضل دليل على أنّ المهمّة كانت نافعة، كما تقول Passerelles et Compétences.',
  );
  await writing.tool('Autres outils').click();
  await page.getByRole('menuitem', { name: 'Langue du passage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Langue' });
  await dialog.getByLabel('Langue', { exact: true }).selectOption('ar');
  await dialog.getByRole('button', { name: 'Appliquer' }).click();
  await text.locator('p[lang="ar"][dir="rtl"]').waitFor();
  await putCaret(writing, 'Passerelles');
  await writing.move('Enter');
  await writing.type('متى تكون المهمّة الأولى قصيرة بما يكفي؟');
  await writing.isMarked('saved');
}

/** The page as it stands, at the size of its screen, in few enough colours to be small. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    window.scrollTo({ top: 0, behavior: 'instant' });
    await document.fonts.ready;
    // What sticks to the screen is put there by the next picture the browser draws, not by the one under way.
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });
  const exact = await page.screenshot({ scale: 'css', caret: 'initial' });
  const file = await sharp(exact).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
  if (file.length > MOST_BYTES) throw new Error(`${name} has ${file.length} bytes, over ${MOST_BYTES}.`);
  await writeFile(join(folder, `${name}.png`), file);
  console.log(`${name}.png  ${file.length} bytes`);
}
