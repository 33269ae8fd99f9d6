import type { Report } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { regionalLanguage } from '../office/regional-language.ts';
import { xml, type Xml, xmlFile, xmlText } from '../xml/xml.ts';
import type { ZipEntry } from '../zip/zip.ts';
import { documentFile, footerFile, headerFile } from './docx-document.ts';
import { relationsFile } from './docx-parts.ts';
import { type DocxFile, newDocxFile } from './docx-place.ts';
import { settingsFile } from './docx-settings.ts';
import { stylesFile } from './docx-styles.ts';
import { PACKAGE, RELATION_TYPES } from './namespaces.ts';

/** The files of a package, in the order in which a reader wants them. */
export function docxEntries(report: Report, assets: Assets, comments: boolean): readonly ZipEntry[] {
  const file = newDocxFile(report, assets, comments);
  const margins = {
    header: file.parts.relate('document', 'header', 'header1.xml'),
    footer: file.parts.relate('document', 'footer', 'footer1.xml'),
  };
  // Writing the document fills the lists, the notes and the relations.
  const main = documentFile(report, file, margins);
  const parts = [
    { name: 'styles', data: stylesFile(file) },
    { name: 'numbering', data: file.numbering.file() },
    { name: 'settings', data: settingsFile(file) },
    { name: 'footnotes', data: file.notes.file() },
    ...(file.comments.isEmpty ? [] : [{ name: 'comments', data: file.comments.file() }]),
  ];
  for (const { name } of parts) file.parts.relate('document', name, `${name}.xml`);
  return [
    { path: '[Content_Types].xml', data: contentTypes(parts.map(({ name }) => name)) },
    { path: '_rels/.rels', data: packageRelations() },
    { path: 'docProps/core.xml', data: coreFile(report, file) },
    {
      path: 'docProps/app.xml',
      data: xmlFile(xml('Properties', { xmlns: EXTENDED }, xml('Application', {}, xmlText('Plenary')))),
    },
    { path: 'word/document.xml', data: main },
    ...parts.map(({ name, data }) => ({ path: `word/${name}.xml`, data })),
    { path: 'word/header1.xml', data: headerFile(report, file) },
    { path: 'word/footer1.xml', data: footerFile(file) },
    ...file.parts.entries(),
  ];
}

function contentTypes(parts: readonly string[]): string {
  const byEnding = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...['png', 'jpeg', 'gif', 'webp', 'avif'].map((type) => [type, `image/${type}`]),
  ].map(([Extension, ContentType]) => xml('Default', { Extension, ContentType }));
  const main = override('/word/document.xml', `${WORDPROCESSING_TYPE}.document.main+xml`);
  const others = [...parts, 'header1', 'footer1'].map((name) =>
    override(`/word/${name}.xml`, `${WORDPROCESSING_TYPE}.${name.replace(/\d$/, '')}+xml`),
  );
  const properties = [
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', `${TYPE}.extended-properties+xml`),
  ];
  return xmlFile(xml('Types', { xmlns: `${PACKAGE}/content-types` }, byEnding, main, others, properties));
}

function override(PartName: string, ContentType: string): Xml {
  return xml('Override', { PartName, ContentType });
}

function packageRelations(): string {
  const relations = [
    [`${RELATION_TYPES}/officeDocument`, 'word/document.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${RELATION_TYPES}/extended-properties`, 'docProps/app.xml'],
  ].map(([Type, Target], index) => xml('Relationship', { Id: `rId${index + 1}`, Type, Target }));
  return relationsFile(relations);
}

/** Who, what, in which language. No dates: the same report gives the same file on any day. */
function coreFile({ summit }: Report, { lang }: DocxFile): string {
  const namespaces = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return xmlFile(
    xml(
      'cp:coreProperties',
      namespaces,
      xml('dc:title', {}, xmlText(summit.title)),
      summit.theme === undefined ? [] : xml('dc:subject', {}, xmlText(summit.theme)),
      summit.hosts.length === 0 ? [] : xml('dc:creator', {}, xmlText(summit.hosts.join('; '))),
      xml('dc:language', {}, xmlText(regionalLanguage(lang))),
    ),
  );
}

const TYPE = 'application/vnd.openxmlformats-officedocument';
const WORDPROCESSING_TYPE = `${TYPE}.wordprocessingml`;
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
