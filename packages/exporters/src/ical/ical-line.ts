/** A line of a calendar (RFC 5545), folded so that no piece is longer than 75 bytes, and no character is cut in two. */
export function icalLine(name: string, value: string): string {
  let line = '';
  let bytes = 0;
  for (const character of `${name}:${value}`) {
    const size = bytesOf(character);
    if (bytes + size > MOST_BYTES) {
      line += '\r\n ';
      bytes = 1;
    }
    line += character;
    bytes += size;
  }
  return `${line}\r\n`;
}

/** Text as the value of a line: what has a meaning there is escaped, and line feeds are written as letters. */
export function icalText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
}

const MOST_BYTES = 75;

/** In UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
