/** Finds the text of the codes of a font. */
export type Decoder = (codes: Uint8Array) => readonly string[];

/**
 * Reads the `ToUnicode` table of a font, as ISO 32000-1, 9.10.3 writes it: what each code stands for. A code that is
 * not in the table stands for nothing.
 */
export function decoderOf(table: string): Decoder {
  const width = (/begincodespacerange\s*<([0-9a-fA-F]+)>/.exec(table)?.[1]?.length ?? 4) / 2;
  const texts = new Map<number, string>();
  for (const [, lines = ''] of table.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>/g))
      texts.set(Number.parseInt(code, 16), utf16(text));
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange([^]*?)endbfrange/g)) readRanges(lines, texts);
  return (codes) => {
    const found: string[] = [];
    for (let at = 0; at + width <= codes.length; at += width) {
      const code = codes.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);
      found.push(texts.get(code) ?? '');
    }
    return found;
  };
}

function readRanges(lines: string, texts: Map<number, string>): void {
  const ranges = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]*)>|\[([^\]]*)\])/g;
  for (const [, low = '', high = '', first, listed = ''] of lines.matchAll(ranges)) {
    const [start, end] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
    const items = Array.from(listed.matchAll(/<([0-9a-fA-F]*)>/g), ([, text = '']) => utf16(text));
    for (let code = start; code <= end; code += 1)
      texts.set(
        code,
        first === undefined ? (items[code - start] ?? '') : counted(utf16(first), code - start),
      );
  }
}

/** The text whose last character is so many places further. */
function counted(text: string, by: number): string {
  const last = text.codePointAt(text.length - 1) ?? 0;
  return text.slice(0, -1) + String.fromCodePoint(last + by);
}

function utf16(hex: string): string {
  return Array.from(hex.matchAll(/.{4}/g), ([unit]) => String.fromCharCode(Number.parseInt(unit, 16))).join(
    '',
  );
}
