import { GroupPage } from './group-page.ts';

/**
 * A word nobody else types. Letters and digits only, so that every format spells it as it was typed; `q` begins and
 * `z` ends it and neither is inside, so that two that touch, or one that is half typed, are never read as another.
 */
export type Token = string;

/** The tokens of one writer in one round. Neither name holds a `q` or a `z`. */
export function tokensOf(writer: string, round: string, count: number): readonly Token[] {
  return Array.from({ length: count }, (_, index) => `q${writer}${round}n${String(index).padStart(2, '0')}z`);
}

const TOKEN = /q[a-pr-y0-9]+n\d\dz/g;

/** Every token in a text, each once. */
export function tokensIn(text: string): ReadonlySet<Token> {
  return new Set(text.match(TOKEN));
}

/** Those of `wanted` that a text does not hold. Empty is what a test wants. */
export function missingIn(text: string, wanted: Iterable<Token>): readonly Token[] {
  const found = tokensIn(text);
  return [...wanted].filter((token) => !found.has(token));
}

/** Types paragraphs of tokens where the caret is, key by key, as a person does. */
export async function typeParagraphs(
  page: GroupPage,
  tokens: readonly Token[],
  perParagraph = 4,
): Promise<void> {
  for (let start = 0; start < tokens.length; start += perParagraph) {
    if (start > 0) await page.page.keyboard.press('Enter');
    await page.type(tokens.slice(start, start + perParagraph).join(' '));
  }
}
