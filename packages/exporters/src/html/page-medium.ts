import { pictureAddress } from './base64.ts';
import { htmlNotes } from './html-notes.ts';
import type { Medium } from './html-place.ts';

/** One page that holds everything itself. */
export const pageMedium: Medium = {
  id: (anchor) => anchor,
  href: (anchor) => `#${anchor}`,
  src: (_id, asset) => pictureAddress(asset),
  url: (address) => address,
  permalinks: true,
  scrolls: true,
  noteReference: { role: 'doc-noteref' },
  notes: htmlNotes,
};
