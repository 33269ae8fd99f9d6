/**
 * Texts that real people write or paste and that careless programs break, by what is hard about them. All but
 * `LONE_SURROGATE` are well-formed Unicode.
 */
export const HARD_TEXT = {
  /** Right to left inside left to right, with a number between. */
  bidi: 'Le mot « שלום 2016 » et العربية dans une phrase.',
  /** A direction override and isolates, pasted from elsewhere. */
  directionMarks: 'avant \u202Eabc\u202C \u2066xyz\u2069 après',
  /** One face, one flag, one family: several code points each. */
  emoji: '👩🏽‍🚀 🇫🇷 👨‍👩‍👧‍👦 ❤️‍🔥',
  /** French typography. */
  noBreakSpaces: 'Qui\u00A0décide\u202F? «\u00A0Nous\u00A0»\u202F: 10\u202F000\u00A0€.',
  /** The same letter composed and decomposed: both must survive as they are. */
  accents: 'é e\u0301 Å A\u030A ﬁn',
  invisible: 'a\u200Bb\u200Dc\u00ADd\uFEFFe',
  xml: '<b>&amp;</b> ]]> <!-- --> <?xml?> "\' & &#0; </script>',
  markdown: '# *not* _a_ ~~title~~ [x](y) ![z](w) `code` | cell | \\ 1. - + > $m$ ***',
  /** A line of Markdown that would begin something else. */
  markdownLines: '1. one\n- two\n> three\n    four\n---\n| a | b |\n```',
  /** A spreadsheet would calculate this. */
  formula: '=HYPERLINK("http://example.org","x")',
  formulaPlus: '+33 1 23 45 67 89',
  formulaAt: '@SUM(A1:A9)',
  scripts: '漢字 ひらがな 한국어 ไทย हिन्दी Ελληνικά Кириллица',
  url: 'https://example.org/a_b?c=d&e=f#g(h)',
  spaces: '  two before, two  between, two after  ',
  tab: 'a\tb',
  oneCharacter: 'x',
  /** No place to break a line. */
  longWord: 'Donaudampfschifffahrtsgesellschaft'.repeat(30),
  /** About ten pages in one paragraph. */
  long: 'Chaque groupe écrit ce qu’il a trouvé, et personne ne retape rien. '.repeat(450),
} as const satisfies Readonly<Record<string, string>>;

/** Half of a pair: a string JavaScript allows and UTF-8 cannot hold. Yjs and files turn it into U+FFFD. */
export const LONE_SURROGATE = 'a\uD83Db';

/** Control characters that XML 1.0 forbids, as pasted from a terminal. */
export const CONTROL_CHARACTERS = 'a\u0000b\u0007c\u001B[31md\u007Fe';

/** Every hard text with its name, for `test.each`. */
export const HARD_TEXTS: readonly (readonly [name: string, text: string])[] = Object.entries(HARD_TEXT);
