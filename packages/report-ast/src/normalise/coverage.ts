/** The code points that some fonts can show, as ranges from first to last, both included, in ascending order. */
export type Coverage = readonly (readonly [first: number, last: number])[];

/** Stands for what no font can show; every font of a format has to have it. */
export const NOT_SHOWN = '\uFFFD';

/** The same words with `NOT_SHOWN` for each character that cannot be shown, and these characters, each once. */
export function asShown(
  words: string,
  coverage: Coverage,
): { readonly words: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const shown = Array.from(words, (character) => {
    if (isShown(character, coverage)) return character;
    missing.add(character);
    return NOT_SHOWN;
  });
  return missing.size === 0 ? { words, missing: [] } : { words: shown.join(''), missing: [...missing] };
}

/** What has no shape of its own needs none in a font; a composed letter can be put together from its parts. */
function isShown(character: string, coverage: Coverage): boolean {
  if (isCovered(character.codePointAt(0) ?? 0, coverage)) return true;
  if (SHAPELESS.test(character) || character === NOT_SHOWN) return true;
  const parts = Array.from(character.normalize('NFD'));
  return parts.length > 1 && parts.every((part) => isCovered(part.codePointAt(0) ?? 0, coverage));
}

function isCovered(point: number, coverage: Coverage): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] ?? [0, -1];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return true;
  }
  return false;
}

// Joiners, selectors and marks of direction change how their neighbours look; blanks and line feeds are laid out, not drawn,
// but for the blank of Ogham, which is a stroke.
const SHAPELESS = /^(?!\u1680)[\p{Default_Ignorable_Code_Point}\s]$/u;
