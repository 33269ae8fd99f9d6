import slugify from '@sindresorhus/slugify';

/** Fits beside a host name in one line of a printed page. */
export const LONGEST_SLUG = 60;

/** A title as a part of an address: `[a-z0-9-]+`, at most 60 characters, cut between words where it can be, never empty. */
export function slugOf(title: string): string {
  // Far more than a slug can keep; a title of a megabyte is not worth transliterating.
  const words = slugify(title.slice(0, LONGEST_SLUG * 10).toWellFormed(), { decamelize: false }).replaceAll(
    /[^a-z0-9-]/gu,
    '',
  );
  const slug = shortened(words).replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? NAMELESS : slug;
}

/** For a title in a script that has no Latin form. */
const NAMELESS = 'summit';

function shortened(words: string): string {
  if (words.length <= LONGEST_SLUG) return words;
  const cut = words.slice(0, LONGEST_SLUG + 1);
  const gap = cut.lastIndexOf('-');
  // One word longer than half a slug is cut inside; otherwise the last word would take too much with it.
  return gap > LONGEST_SLUG / 2 ? cut.slice(0, gap) : cut.slice(0, LONGEST_SLUG);
}
