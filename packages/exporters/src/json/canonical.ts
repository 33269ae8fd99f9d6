/**
 * The same JSON value with the keys of every object in one fixed order, whatever order they were set in: first the
 * known keys as a reader expects them, then the others by code unit. Keys without a value are left out.
 */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  const sorted = entries.toSorted(([left], [right]) => compareKeys(left, right));
  return Object.fromEntries(sorted.map(([key, child]) => [key, canonical(child)]));
}

// What a thing is comes before what it is called, and that before what is in it.
const KNOWN_KEYS = [
  'plenary',
  'lang',
  'summit',
  'look',
  'generatedFrom',
  'parts',
  'outcomes',
  'diagnostics',
  'type',
  'id',
  'rule',
  'severity',
  'message',
  'place',
  'kind',
  'group',
  'session',
  'block',
  'seq',
  'hash',
  'signedOff',
  'by',
  'at',
  'anchor',
  'dir',
  'asset',
  'alt',
  'width',
  'height',
  'checked',
  'tone',
  'label',
  'target',
  'url',
  'ordered',
  'start',
  'numbering',
  'header',
  'scope',
  'colspan',
  'rowspan',
  'title',
  'theme',
  'whenAndWhere',
  'hosts',
  'text',
  'data',
  'value',
  'caption',
  'children',
  'details',
];
const RANKS = new Map(KNOWN_KEYS.map((key, rank) => [key, rank]));

function compareKeys(left: string, right: string): number {
  const difference = rankOf(left) - rankOf(right);
  if (difference !== 0) return difference;
  return left < right ? -1 : 1;
}

function rankOf(key: string): number {
  return RANKS.get(key) ?? KNOWN_KEYS.length;
}
