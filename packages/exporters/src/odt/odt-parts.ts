import type { Report } from '@plenary/report-ast';
import { directionOf } from '../language.ts';
import { regionalLanguage } from '../office/regional-language.ts';
import { xml, type Xml, xmlFile, xmlLiteral, xmlText } from '../xml/xml.ts';
import { points } from './automatic-styles.ts';
import { languageAttributes } from './language-attributes.ts';
import { letters, MONO, SANS, SERIF } from './named-style.ts';
import { MANIFEST, ODT_TYPE, OPEN_DOCUMENT } from './namespaces.ts';
import { HEADINGS } from './odt-blocks.ts';
import { odtText } from './odt-inlines.ts';
import type { OdtFile } from './odt-place.ts';
import { namedStyles } from './odt-styles.ts';

/** Named styles, the sheet, and what stands at its top and foot. */
export function stylesFile({ summit }: Report, file: OdtFile): string {
  const header = xml(
    'style:header',
    {},
    xml('text:p', { 'text:style-name': 'Header' }, odtText(summit.title)),
  );
  const number = xml('text:page-number', { 'text:select-page': 'current' }, xmlText('1'));
  const footer = xml('style:footer', {}, xml('text:p', { 'text:style-name': 'Footer' }, number));
  return xmlFile(
    xml(
      'office:document-styles',
      OPEN_DOCUMENT,
      fontFaces(),
      xml('office:styles', {}, defaults(file), namedStyles(file), OUTLINE, NOTES),
      xml(
        'office:automatic-styles',
        {},
        pageLayout('Page', file, true),
        pageLayout('TitlePage', file, false),
      ),
      xml(
        'office:master-styles',
        {},
        master('Standard', 'Page', undefined, header, footer),
        master(TITLE_PAGE, 'TitlePage', 'Standard'),
      ),
    ),
  );
}

function master(name: string, layout: string, next: string | undefined, ...inside: readonly Xml[]): Xml {
  const names = { 'style:name': name, 'style:page-layout-name': layout, 'style:next-style-name': next };
  return xml('style:master-page', names, inside);
}

/** The name of the page without header and footer. */
export const TITLE_PAGE = 'First_20_Page';

/** The fonts that styles name. */
export function fontFaces(): Xml {
  const faces = [
    [SERIF, 'roman'],
    [SANS, 'swiss'],
    [MONO, 'modern'],
  ].map(([name = '', generic]) =>
    xml('style:font-face', {
      'style:name': name,
      'svg:font-family': name,
      'style:font-family-generic': generic,
    }),
  );
  return xml('office:font-face-decls', {}, faces);
}

/** Who, what, in which language. No dates: the same report gives the same file on any day. */
export function metaFile({ summit }: Report, { lang }: OdtFile): string {
  return xmlFile(
    xml(
      'office:document-meta',
      OPEN_DOCUMENT,
      xml(
        'office:meta',
        {},
        xml('meta:generator', {}, xmlText('Plenary')),
        xml('dc:title', {}, xmlText(summit.title)),
        summit.theme === undefined ? [] : xml('dc:subject', {}, xmlText(summit.theme)),
        summit.hosts.length === 0 ? [] : xml('meta:initial-creator', {}, xmlText(summit.hosts.join('; '))),
        xml('dc:language', {}, xmlText(regionalLanguage(lang))),
      ),
    ),
  );
}

/** What is in the archive, and of which type. */
export function manifestFile({ pictures }: OdtFile): string {
  return xmlFile(
    xml(
      'manifest:manifest',
      MANIFEST,
      entry('/', ODT_TYPE),
      ['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
      [...pictures].map(([{ type }, path]) => entry(path, type)),
    ),
  );
}

function entry(path: string, type: string): Xml {
  return xml('manifest:file-entry', {
    'manifest:full-path': path,
    'manifest:version': path === '/' ? '1.3' : undefined,
    'manifest:media-type': type,
  });
}

function defaults({ lang, palette }: OdtFile): Xml {
  const language = {
    'fo:language': 'none',
    'fo:country': 'none',
    'style:language-asian': 'none',
    'style:country-asian': 'none',
    'style:language-complex': 'none',
    'style:country-complex': 'none',
    ...languageAttributes(lang),
  };
  const hyphens = {
    'fo:hyphenate': 'true',
    'fo:hyphenation-remain-char-count': 2,
    'fo:hyphenation-push-char-count': 3,
  };
  const paragraph = {
    'fo:line-height': '115%',
    'fo:orphans': 2,
    'fo:widows': 2,
    'style:tab-stop-distance': '36pt',
    'style:writing-mode': directionOf(lang) === 'rtl' ? 'rl-tb' : 'lr-tb',
    'fo:text-align': directionOf(lang) === 'rtl' ? 'right' : 'left',
  };
  return xml(
    'style:default-style',
    { 'style:family': 'paragraph' },
    xml('style:paragraph-properties', paragraph),
    xml(
      'style:text-properties',
      letters(10.5, SERIF, { 'fo:color': `#${palette.ink}`, ...language, ...hyphens }),
    ),
  );
}

function pageLayout(name: string, { page }: OdtFile, hasMargins: boolean): Xml {
  const { width, height, margin } = page;
  const area = hasMargins
    ? [
        marginArea('style:header-style', 'fo:margin-bottom'),
        marginArea('style:footer-style', 'fo:margin-top'),
      ]
    : [];
  // Header and footer stand inside of the margins and take from them what they need.
  const [top, bottom] = hasMargins ? [margin - MARGIN_AREA, margin - MARGIN_AREA] : [margin, margin];
  return xml(
    'style:page-layout',
    { 'style:name': name },
    xml('style:page-layout-properties', {
      'fo:page-width': points(width),
      'fo:page-height': points(height),
      'style:print-orientation': 'portrait',
      'fo:margin-top': points(top),
      'fo:margin-bottom': points(bottom),
      'fo:margin-left': points(margin),
      'fo:margin-right': points(margin),
    }),
    area,
  );
}

function marginArea(name: string, towardsText: string): Xml {
  const properties = { 'svg:height': points(MARGIN_AREA), [towardsText]: '14pt' };
  return xml(name, {}, xml('style:header-footer-properties', properties));
}

/** Of a margin, what a header or footer takes with its distance from the text. */
const MARGIN_AREA = 700;

/** Headings are not counted, but each level is there for who wants to count them. */
const OUTLINE = xml(
  'text:outline-style',
  { 'style:name': 'Outline' },
  Array.from({ length: HEADINGS }, (_, index) =>
    xml('text:outline-level-style', { 'text:level': index + 1, 'style:num-format': '' }),
  ),
);

const NOTES = xmlLiteral(
  '<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-style-name="Footnote_20_Symbol" ' +
    'text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page" ' +
    'text:start-numbering-at="document"/>',
);
