/** In Unicode code points: enough for every name met so far, little enough for a label beside a caret. */
export const LONGEST_NAME = 60;

/** Why a typed name cannot be used. */
export type NameRefusal = 'empty' | 'control-characters' | 'too-long';

/** A typed name as it will be shown, or why it cannot be. */
export type CheckedName =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: NameRefusal };

/** Tidies a typed name (composed form, single spaces, none around) and refuses what nobody could read as a name. */
export function checkName(typed: string): CheckedName {
  // A hundred times too long cannot become short enough by tidying what a person would type.
  if (typed.length > LONGEST_NAME * 100) return { ok: false, reason: 'too-long' };
  const name = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (!VISIBLE.test(name.replaceAll(INVISIBLE, ''))) return { ok: false, reason: emptyOrControl(name) };
  if (FORBIDDEN.test(name)) return { ok: false, reason: 'control-characters' };
  if (Array.from(name).length > LONGEST_NAME) return { ok: false, reason: 'too-long' };
  return { ok: true, name };
}

/** A name for comparing: two names that differ only in case, accents, width or spacing have the same. */
export function foldName(name: string): string {
  // Lower case first: ẞ becomes ß, which then becomes SS as every other ß.
  const cased = name.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase();
  return cased
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function emptyOrControl(name: string): NameRefusal {
  return FORBIDDEN.test(name) ? 'control-characters' : 'empty';
}

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What takes no ink: joiners, fillers, the blank Braille cell. Alone, it would make somebody anonymous. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Controls, halves of characters, and the marks that would turn the direction of the text around the name. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;
/** Latin, Greek and Cyrillic accents. The vowel signs of other scripts are letters to their readers, and stay. */
const ACCENTS = /[\u0300-\u036F]/gu;
