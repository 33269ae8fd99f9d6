import { MARKS_TO_THE_LEFT, SCRIPTS_TO_THE_LEFT, TO_THE_LEFT } from './scripts.ts';

/**
 * A text whose marks all stand on something: one without a letter of its script before it is shown on a dotted circle (The Unicode
 * Standard, 5.13). The engine would draw it with another font than what it follows, on either side of that, and a reader could not say
 * which letter it belongs to.
 */
export function withMarksOnSomething(text: string): string {
  return MARK.test(text)
    ? BARE_MARKS.reduce((shown, bare) => shown.replaceAll(bare, DOTTED_CIRCLE), text)
    : text;
}

const DOTTED_CIRCLE = '\u25CC';
const MARK = /\p{M}/u;

/** No letter of a script that the mark is used in stands before it. */
const ON_ITS_OWN = SCRIPTS_TO_THE_LEFT.map(
  (script) =>
    `(?!(?<=[[\\p{L}\\p{M}\\p{N}]&&\\p{Script_Extensions=${script}}])\\p{Script_Extensions=${script}})`,
).join('');
/** The place before such a mark: of scripts that are written to the left, and of all others. */
const BARE_MARKS: readonly RegExp[] = [
  new RegExp(`(?<!${DOTTED_CIRCLE})(?=${MARKS_TO_THE_LEFT})${ON_ITS_OWN}`, 'gv'),
  new RegExp(
    `(?<=^|[[\\p{L}\\p{M}\\p{N}]&&[${TO_THE_LEFT}]])(?=[\\p{M}--${MARKS_TO_THE_LEFT}])${ON_ITS_OWN}`,
    'gv',
  ),
];
