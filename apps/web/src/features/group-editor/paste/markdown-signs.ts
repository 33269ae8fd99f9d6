/**
 * Whether somebody wrote this text as Markdown and not as a letter: two of its signs, or one that nothing else has. A
 * line with a hyphen or a number in front is a list in any letter.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, MOST_LINES);
  const signs = new Set(lines.flatMap((line) => SIGNS.filter(({ sign }) => sign.test(line))));
  const items = lines.filter((line) => ITEM.test(line)).length;
  return (
    [...signs].some(({ alone }) => alone) || signs.size > 1 || (signs.size === 1 && items > 0) || items > 2
  );
}

/** Whoever writes Markdown shows it by then. */
const MOST_LINES = 400;
const ITEM = /^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s+\S/;

const SIGNS: readonly { readonly sign: RegExp; readonly alone: boolean }[] = [
  { sign: /^#{1,6}\s+\S/, alone: true },
  { sign: /^\s{0,3}```/, alone: true },
  { sign: /^\s{0,6}[-*+]\s+\[[ xX]\]\s/, alone: true },
  { sign: /^\s*\|?\s*:?-{3,}:?\s*\|/, alone: true },
  { sign: /\[[^\]\n]+\]\([^()\s]+\)/, alone: true },
  { sign: /(?:^|\s)\*\*[^*\s][^*\n]*\*\*/, alone: true },
  { sign: /^\[\^[^\]]+\]:\s/, alone: true },
  { sign: /^>\s/, alone: false },
  { sign: /(?:^|\s)`[^`\n]+`/, alone: false },
  { sign: /(?:^|\s)[*_][^*_\s][^*_\n]*[*_](?:\s|$)/, alone: false },
];
