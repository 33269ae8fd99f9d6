/**
 * Whether a link may stand in a group document: `http:`, `https:`, `mailto:` and `tel:` with something after them,
 * without white space or control characters. Relative addresses mean nothing once the text is in a report.
 */
export function isAllowedLink(url: string): boolean {
  return ALLOWED.test(url);
}

const ALLOWED = /^(?:https?:\/\/|mailto:|tel:)[^\s\u0000-\u001f\u007f]+$/i;
