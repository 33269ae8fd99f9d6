/**
 * The identifier of a book that follows from what is in it alone: the same report has the same, another one another. It has the
 * form of a UUID of version 8, which leaves its bits to its maker (RFC 9562).
 */
export function bookId(content: string): string {
  const words = SEEDS.map((seed) => fnv(content, seed).toString(16).padStart(8, '0'));
  const hex = words.join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;

/** FNV-1a over UTF-16 units: no secret, only a name. */
function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
