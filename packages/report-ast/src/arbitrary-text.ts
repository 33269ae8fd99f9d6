import fc from 'fast-check';
import { singleLine, wellFormed } from './well-formed.ts';

/** Lines that try to be markup, formulas, templates or nothing at all in one format or another. */
export const HOSTILE_LINES: readonly string[] = [
  '# titre',
  '- liste',
  '1. un',
  '+ plus',
  '> citation',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '    code',
  '|a|b|',
  'a | b',
  '*gras*',
  '**gras**',
  '_soulignement_',
  '~~rayé~~',
  '`code`',
  '``',
  '[lien](https://exemple.org)',
  '![image](x)',
  '[^1]',
  '[x] fait',
  '[ ]',
  '<script>alert(1)</script>',
  '<!-- c -->',
  '</style>',
  '</p>',
  '<br>',
  ']]>',
  '<?php ?>',
  '&amp; &copy;',
  '&',
  '&#x41;',
  '\\',
  '\\*',
  'fin\\',
  '\\textbf{x}',
  '$x^2$',
  '#strong[x]',
  '{{m}}',
  '${x}',
  '=SUM(A1)',
  '@nom',
  '%',
  'www.exemple.org',
  'https://exemple.org/a_b_c',
  'nom@exemple.org',
  'a*b*c_d_e',
  '2 < 3 > 1',
  '"',
  "'",
  '«\u00A0mot\u00A0»',
  'Vraiment\u202F?',
  'mot\u2011composé',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  'שלום',
  'مرحبا',
  '日本語',
  '\u{1D11E}',
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\u202Ertl',
  '\u2028',
  '\uFFFD',
  ' ',
  '  a  b ',
  'x ',
  ' y',
  '-',
  '1)',
  ':',
  '!',
  '__proto__',
  'constructor',
];

/** A line as a text node may hold it: never empty, well-formed, from plain words to plain malice. */
export function arbitraryLine(): fc.Arbitrary<string> {
  return (knownLine ??= describeLine());
}

// Built once and when first asked for: random reports ask for it hundreds of times, and it takes long to build.
let knownLine: fc.Arbitrary<string> | undefined;

function describeLine(): fc.Arbitrary<string> {
  const random = fc.string({ unit: 'binary', maxLength: 8 });
  const markup = fc.string({
    unit: fc.constantFrom(...Array.from('*_~`[]()<>#&\\|!-+=.:/@ "\'aé1')),
    minLength: 1,
    maxLength: 10,
  });
  const hostile = fc.constantFrom(...HOSTILE_LINES);
  const words = fc.constantFrom('mot', 'deux mots', 'Trois mots ici.', 'fin');
  const mixed = fc
    .array(fc.oneof(words, hostile), { minLength: 2, maxLength: 3 })
    .map((parts) => parts.join(''));
  return fc
    .oneof(words, hostile, markup, mixed, random)
    .map(singleLine)
    .filter((line) => line !== '');
}

/** Text of a code block: any lines, also none. */
export function arbitraryCode(): fc.Arbitrary<string> {
  const lines = fc.array(fc.oneof(arbitraryLine(), fc.constantFrom('', '\tx', '````')), { maxLength: 4 });
  return lines.map((items) => wellFormed(items.join('\n')));
}
