const OFFICE = 'http://schemas.openxmlformats.org';

/** What a part with text declares. */
export const WORDPROCESSING = {
  'xmlns:w': `${OFFICE}/wordprocessingml/2006/main`,
  'xmlns:r': `${OFFICE}/officeDocument/2006/relationships`,
  'xmlns:wp': `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  'xmlns:a': `${OFFICE}/drawingml/2006/main`,
  'xmlns:pic': `${OFFICE}/drawingml/2006/picture`,
};

/** Namespaces that are also the values of attributes. */
export const PICTURE_URI = WORDPROCESSING['xmlns:pic'];
export const RELATION_TYPES = `${OFFICE}/officeDocument/2006/relationships`;
export const PACKAGE = `${OFFICE}/package/2006`;
