/** What a typed letter becomes: so many characters before it go, and this comes in their place and its own. */
export interface Correction {
  readonly remove: number;
  readonly insert: string;
}

/** A narrow no-break space, which French has before `;`, `!` and `?`. */
export const NARROW = '\u202F';
/** A no-break space, which French has before a colon and inside guillemets. */
export const FIXED = '\u00A0';

/**
 * What the typography of a language makes of a letter that is typed behind these words; undefined where it stays as it
 * is. `before` is the line up to the caret. What is spaced and quoted correctly is never changed, and neither is what
 * belongs to an address.
 */
export function correctionOf(before: string, typed: string, lang: string): Correction | undefined {
  const rule = RULES[lang.split('-')[0]?.toLowerCase() ?? '']?.[typed] ?? undefined;
  const found = rule?.(before, typed);
  if (found || /\s/u.test(typed)) return found ?? undefined;
  return openedLate(before, typed, lang);
}

type Rule = (before: string, typed: string) => Correction | undefined;

const french: Readonly<Record<string, Rule>> = {
  '!': spaced(NARROW),
  '?': spaced(NARROW),
  ';': spaced(NARROW),
  ':': (before, typed) => (/\d$/.test(before) ? undefined : spaced(FIXED)(before, typed)),
  '"': (before) => {
    if (before === '' || isAddress(before)) return undefined;
    if (countOf(before, '«') > countOf(before, '»')) return closed(before);
    if (opens(before)) return { remove: 0, insert: `«${FIXED}` };
    // Fifteen inches, and the end of a quotation that nobody began.
    return /\d$/.test(before) ? undefined : closed(before);
  },
  '»': (before) => (/[\u00A0\u202F]$/.test(before) || before === '' ? undefined : closed(before)),
  ' ': (before) => (before.endsWith('«') ? { remove: 0, insert: FIXED } : undefined),
  "'": apostrophe,
  '’': () => undefined,
};

const english: Readonly<Record<string, Rule>> = {
  '"': (before) => {
    if (before === '' || isAddress(before)) return undefined;
    return { remove: 0, insert: opens(before) ? '“' : '”' };
  },
  "'": (before) => {
    if (before === '' || isAddress(before)) return undefined;
    return opens(before) ? { remove: 0, insert: '‘' } : apostrophe(before);
  },
};

const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = { fr: french, en: english };

/** Before a sign that follows a word, the space it wants; a plain one in its place gives way. */
function spaced(space: string): Rule {
  return (before, typed) => {
    if (isAddress(before)) return undefined;
    if (/[^\s([{«“] $/u.test(before)) return { remove: 1, insert: space + typed };
    return /[\p{L}\p{N}\p{M})\]}»”’%€°…`*_\uFFFC]$/u.test(before)
      ? { remove: 0, insert: space + typed }
      : undefined;
  };
}

function closed(before: string): Correction {
  if (/[\u00A0\u202F]$/.test(before)) return { remove: 0, insert: '»' };
  return { remove: before.endsWith(' ') ? 1 : 0, insert: `${FIXED}»` };
}

function apostrophe(before: string): Correction | undefined {
  const follows = /[\p{L}\p{N}\p{M})\]»”]$/u.test(before) && !isAddress(before);
  return follows ? { remove: 0, insert: '’' } : undefined;
}

/**
 * At the very start of a line a quotation mark may be the sign that begins a block, so it waits for the next letter. A
 * guillemet that was typed as such gets its space the same way.
 */
function openedLate(before: string, typed: string, lang: string): Correction | undefined {
  if (/^fr\b/i.test(lang)) {
    if (before === '"') return { remove: 1, insert: `«${FIXED}${typed}` };
    return before.endsWith('«') ? { remove: 0, insert: FIXED + typed } : undefined;
  }
  if (!/^en\b/i.test(lang)) return undefined;
  if (before === '"') return { remove: 1, insert: `“${typed}` };
  return before === "'" ? { remove: 1, insert: `‘${typed}` } : undefined;
}

/** A quotation mark typed here begins something. */
function opens(before: string): boolean {
  return /(?:^|[\s([{«“‘—–\-/’])$/u.test(before);
}

/** The word before the caret is an address, or will be one: `https:` is written before its slashes. */
function isAddress(before: string): boolean {
  const word = /\S*$/u.exec(before)?.[0] ?? '';
  return /:\/\/|@|^\(?www\.|^\(?[\w-]+(?:\.[\w-]+)+\/|^\(?(?:https?|ftp|mailto|tel)$/i.test(word);
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
