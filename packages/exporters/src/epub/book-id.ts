/**
 * The identifier of a book that follows from what is in it alone: the same report has the same, another one another. It has the
 * form of a UUID of version 8, which leaves its bits to its maker (RFC 9562).
 */
export function bookId(content: string): string {
  const hex = fnv(content)
    .map((hash) => hash.toString(16).padStart(8, '0'))
    .join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a over UTF-16 units, from four seeds in one pass: no secret, only a name. */
function fnv(text: string): readonly number[] {
  let [first, second, third, fourth] = SEEDS as readonly [number, number, number, number];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ unit, PRIME);
    third = Math.imul(third ^ unit, PRIME);
    fourth = Math.imul(fourth ^ unit, PRIME);
  }
  return [first, second, third, fourth].map((hash) => hash >>> 0);
}

const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;
const PRIME = 0x01000193;
