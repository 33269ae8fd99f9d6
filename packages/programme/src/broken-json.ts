import type { JsonOutline } from './json-outline.ts';
import type { ProgrammeProblem, Wording } from './programme.ts';
import { quoted } from './wording.ts';

/**
 * Says where and why a text is no JSON. `error` is what the parser threw; its place is used, its words are
 * not, since they name tokens where a person needs to know what to type.
 */
export function explainBrokenJson(text: string, error: unknown, outline: JsonOutline): ProgrammeProblem {
  const { line, column, offset } = placeOf(error);
  return { rule: 'not-json', line, column, path: '', message: sentence(text, offset, outline) };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

function placeOf(error: unknown): Place {
  const given: Partial<Record<keyof Place, unknown>> =
    typeof error === 'object' && error !== null ? error : {};
  return { line: atLeast(1, given.line), column: atLeast(1, given.column), offset: atLeast(0, given.offset) };
}

function atLeast(least: number, value: unknown): number {
  return typeof value === 'number' && value >= least ? value : least;
}

function sentence(text: string, offset: number, outline: JsonOutline): Wording {
  if (text.trim() === '') {
    return {
      fr: 'Le fichier est vide. Écrivez-y un programme en JSON.',
      en: 'The file is empty. Write a programme in JSON in it.',
    };
  }
  const rest = text.slice(offset).trimStart();
  if (rest === '' || (isLastToken(rest) && outline.open)) {
    return {
      fr: 'Le fichier s’arrête trop tôt\u00A0: un guillemet, un crochet ou une accolade n’est pas refermé. Est-il complet\u202F?',
      en: 'The file ends too early: a quotation mark, bracket or brace is never closed. Is it complete?',
    };
  }
  const found = quoted(rest[0] ?? '');
  const before = text.slice(0, offset).trimEnd().at(-1);
  if (before === ',' && /^[\]},]/u.test(rest)) {
    return {
      fr: `Il y a une virgule de trop avant ${found.fr}. Supprimez-la.`,
      en: `There is a comma too many before ${found.en}. Remove it.`,
    };
  }
  if (/^["[{\d\-tfn]/u.test(rest) && before !== undefined && /["\]}\w]/u.test(before)) {
    return {
      fr: `Il manque une virgule ou un deux-points avant ${found.fr}. Ajoutez-le.`,
      en: `A comma or a colon is missing before ${found.en}. Add it.`,
    };
  }
  if (/^['‘’“”«]/u.test(rest)) {
    return {
      fr: `Le caractère ${found.fr} n’ouvre pas un texte en JSON. Utilisez le guillemet droit\u00A0: ".`,
      en: `The character ${found.en} does not open a text in JSON. Use the straight quotation mark: ".`,
    };
  }
  return {
    fr: `Ce n’est pas du JSON\u00A0: ${found.fr} n’est pas à sa place ici. Corrigez cette ligne ou celle d’avant.`,
    en: `This is not JSON: ${found.en} cannot stand here. Mend this line or the one before.`,
  };
}

function isLastToken(rest: string): boolean {
  // Longer than any token but a text, and a text that runs to the end is answered as the end of the file.
  return rest.length <= 200 && /^(?:"[^"\n]*"?|[^\s,:[\]{}"]+|.)\s*$/u.test(rest);
}
