import { MARKS_TO_THE_LEFT, SCRIPTS_TO_THE_LEFT } from './scripts.ts';

/**
 * The letters and figures of a text, one by one, each with the marks of its own script: a Hebrew accent with a Latin letter is drawn
 * with another font, on either side of it.
 */
export function lettersOf(text: string): string {
  return (text.match(LETTER) ?? []).map(withItsOwnMarks).join(' ');
}

const LETTER = /[\p{L}\p{N}]\p{M}*/gu;

function withItsOwnMarks(letter: string): string {
  if (!MARK.test(letter)) return letter;
  const own = SCRIPTS.find(({ letters }) => letters.test(letter))?.others ?? ELSEWHERE;
  return letter.replaceAll(own, '');
}

const MARK = /\p{M}/u;
const SCRIPTS = SCRIPTS_TO_THE_LEFT.map((script) => ({
  letters: new RegExp(`^(?=\\p{L})\\p{Script=${script}}`, 'u'),
  others: new RegExp(`[\\p{M}--\\p{Script_Extensions=${script}}]`, 'gv'),
}));
const ELSEWHERE = new RegExp(MARKS_TO_THE_LEFT, 'gv');
