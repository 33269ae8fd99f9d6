import { xml, xmlFile } from '../xml/xml.ts';
import { languageAttributes } from './docx-inlines.ts';
import type { DocxFile } from './docx-place.ts';
import { WORDPROCESSING } from './namespaces.ts';

/** What Word has to know before it lays a file out; above all that it is none of an old Word, which it would lay out as that one did. */
export function settingsFile({ lang }: DocxFile): string {
  const separators = [-1, 0].map((id) => xml('w:footnote', { 'w:id': id }));
  const mode = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  };
  return xmlFile(
    xml(
      'w:settings',
      WORDPROCESSING,
      xml('w:zoom', { 'w:percent': 100 }),
      xml('w:defaultTabStop', { 'w:val': 720 }),
      xml('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
      xml('w:footnotePr', {}, separators),
      xml('w:compat', {}, xml('w:compatSetting', mode)),
      xml('w:themeFontLang', languageAttributes(lang)),
      xml('w:decimalSymbol', { 'w:val': /^en\b/i.test(lang) ? '.' : ',' }),
      xml('w:listSeparator', { 'w:val': /^en\b/i.test(lang) ? ',' : ';' }),
    ),
  );
}
