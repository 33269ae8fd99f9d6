/** The protocols a link of a report may have; anything else could run code or says nothing to a reader. */
export const LINK_PROTOCOLS = ['http', 'https', 'mailto', 'tel'] as const;

/**
 * Whether a link may go into a report: an absolute address with one of `LINK_PROTOCOLS`, without blanks and control
 * characters, short enough for every reader. A caller keeps the words of a link that may not, and drops the link.
 */
export function isSafeUrl(url: string): boolean {
  return url.length <= MAX_URL_LENGTH && url.isWellFormed() && SAFE_URL.test(url);
}

// Word stops following links beyond 2,083 characters, the limit Internet Explorer once set.
const MAX_URL_LENGTH = 2083;

// Every character but blanks, controls and the delimiters that RFC 3986 allows nowhere (`<>"{}|\^` and the back-tick).
const REST = String.raw`[^\s\u0000-\u0020\u007F-\u009F<>"{}|\\^\x60\uFFFE\uFFFF]`;
const SAFE_URL = new RegExp(`^(?:https?://(?![/?#])${REST}+|(?:mailto|tel):${REST}+)$`, 'i');
