import { taskSign } from '@plenary/report-ast';

/**
 * The words of a report written as JSON, as any reader of the file would find them: the title page, then the parts,
 * every string that stands under a key of text, in reading order. It knows keys, not node types.
 */
export function wordsOfJson(report: unknown): string {
  const { summit, parts } = asRecord(report);
  const { title, theme, whenAndWhere, hosts } = asRecord(summit);
  const titlePage = [title, theme, whenAndWhere, ...asList(hosts)].filter((item) => typeof item === 'string');
  return [...titlePage, ...asList(parts).map(wordsOf)].join('\n');
}

const BLOCK_KEYS = ['alt', 'label', 'title', 'caption', 'children', 'value', 'details'] as const;

// Nodes that run on in a line; everything else begins and ends one.
const INLINE_TYPES: ReadonlySet<unknown> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'subscript',
  'superscript',
  'span',
  'footnote',
  'inlineCode',
  'link',
  'reference',
  'break',
]);

function wordsOf(node: unknown): string {
  const record = asRecord(node);
  if (record['type'] === 'break') return '\n';
  const { checked } = record;
  const sign = typeof checked === 'boolean' ? `\n${taskSign(checked)}` : '';
  const found = BLOCK_KEYS.map((key) => {
    const content = record[key];
    return typeof content === 'string' ? content : asList(content).map(wordsOf).join('');
  });
  return INLINE_TYPES.has(record['type']) ? found.join('') : `${sign}\n${found.join('\n')}\n`;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
