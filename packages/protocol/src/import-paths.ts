/**
 * Bytes of one file that a group brings along: a Word document with the photographs of a visit has some tens of
 * megabytes, and no archive beyond this is opened.
 */
export const MOST_IMPORT_BYTES = 40 * 1024 * 1024;

/** How the names of files end that can be brought along, for a dialog that chooses one. */
export const IMPORT_ENDINGS: readonly string[] = [
  '.docx',
  '.etherpad',
  '.html',
  '.htm',
  '.xhtml',
  '.zip',
  '.md',
  '.markdown',
  '.mdwn',
  '.mkd',
];

/** Where somebody who writes in a group sends a file to be added to its document, as the body of a `POST`. */
export function importPath(summit: string, group: string, file: string): string {
  const path = `/api/summits/${encodeURIComponent(summit)}/groups/${encodeURIComponent(group)}/import`;
  return `${path}?name=${encodeURIComponent(file)}`;
}
