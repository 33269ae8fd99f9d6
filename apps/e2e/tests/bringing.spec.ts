import { madeDocx, wordParagraph } from '@plenary/importers/samples';
import { expectAccessible } from '../support/accessible.ts';
import { pairIn } from '../support/pair.ts';
import { expect, test } from '../support/test.ts';
import { answered } from '../support/watch.ts';

test('a Word document is brought in: the others read it, and what could not be kept is listed', async ({
  server,
  visit,
}) => {
  const { amelie: desk, ben: phone } = await pairIn(server, visit, {
    device: 'phone',
    lang: 'fr',
    theme: 'dark',
  });
  await desk.goToEnd();
  await desk.type('Written before.');

  await desk.tool('More tools').click();
  await desk.page.getByRole('menuitem', { name: 'Bring a file in' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Bring a file in' });
  const add = dialog.getByRole('button', { name: 'Add it at the end' });
  await expect(add).toBeDisabled();
  await expectAccessible(desk.page);

  // What cannot be read stays chosen, with the server's sentence.
  desk.visitor.watch.allow(answered(422));
  const field = dialog.locator('input[type=file]');
  await field.setInputFiles({ name: 'cut.docx', mimeType: '', buffer: Buffer.from('PK') });
  await add.click();
  await expect(dialog.getByRole('alert')).toContainText('“cut.docx” cannot be read');
  await expect(dialog).toContainText('choose another one');
  await expect(add).toBeEnabled();
  await expectAccessible(desk.page);

  const underlined = '<w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>And underlined.</w:t></w:r></w:p>';
  const docx = madeDocx(`${wordParagraph('From the other tool.')}${underlined}`);
  await field.setInputFiles({ name: 'notes.docx', mimeType: '', buffer: Buffer.from(docx) });
  await expect(dialog.getByRole('alert')).toBeEmpty();
  await add.click();
  await expect(dialog.getByRole('status')).toContainText('“notes.docx” is in: 2 passages were added');
  const remarks = dialog.getByRole('region', { name: 'What could not be kept as it was' });
  await expect(remarks.getByRole('listitem')).toHaveText([/^Formatting left out .*: 1$/]);
  await expectAccessible(desk.page);
  await dialog.getByRole('button', { name: 'Show it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.text).toBeFocused();

  for (const side of [desk, phone]) {
    await expect(side.text).toContainText(/Written before\.[^]*From the other tool\.[^]*And underlined\./);
  }
  await desk.isMarked('saved');

  await phone.tool('Autres outils').tap();
  await phone.page.getByRole('menuitem', { name: 'Importer un fichier' }).tap();
  await expect(phone.page.getByRole('dialog', { name: 'Importer un fichier' })).toBeVisible();
  await expectAccessible(phone.page);
});
