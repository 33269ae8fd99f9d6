const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** What each part of a file declares, and the version of the format it follows. */
export const OPEN_DOCUMENT = {
  'xmlns:office': `${OASIS}:office:1.0`,
  'xmlns:style': `${OASIS}:style:1.0`,
  'xmlns:text': `${OASIS}:text:1.0`,
  'xmlns:table': `${OASIS}:table:1.0`,
  'xmlns:draw': `${OASIS}:drawing:1.0`,
  'xmlns:fo': `${OASIS}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${OASIS}:svg-compatible:1.0`,
  'xmlns:meta': `${OASIS}:meta:1.0`,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:ooow': 'http://openoffice.org/2004/writer',
  'office:version': '1.3',
};

export const MANIFEST = { 'xmlns:manifest': `${OASIS}:manifest:1.0`, 'manifest:version': '1.3' };

export const ODT_TYPE = 'application/vnd.oasis.opendocument.text';
