import type { DocNode } from '@plenary/document';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * The settings at the top of a file, for people: a table of names and values where it is that simple, else the lines
 * as they stand. Either way no word of them is lost.
 */
export function frontMatter(yaml: string): readonly DocNode[] {
  if (yaml.trim() === '') return [];
  const pairs = pairsOf(yaml);
  if (!pairs)
    return [{ type: 'codeBlock', attrs: { language: 'yaml' }, content: [{ type: 'text', text: yaml }] }];
  return [
    {
      type: 'table',
      content: pairs.map(([name, value]) => ({
        type: 'tableRow',
        content: [cell('tableHeader', name), cell('tableCell', value)],
      })),
    },
  ];
}

/** Real ones have a dozen lines; a longer one is data and reads better as it stands. */
const MAX_LENGTH = 8_000;

function pairsOf(yaml: string): readonly (readonly [string, string])[] | undefined {
  // Comments would be lost in a table.
  if (yaml.length > MAX_LENGTH || yaml.includes('#')) return undefined;
  const { contents, errors } = parseDocument(yaml, { schema: 'failsafe' });
  if (errors.length > 0 || !isMap(contents) || contents.items.length === 0) return undefined;
  const pairs: [string, string][] = [];
  for (const { key, value } of contents.items) {
    const [name, words] = [wordsOf(key), wordsOf(value)];
    if (name === undefined || words === undefined) return undefined;
    pairs.push([name, words]);
  }
  return pairs;
}

/** A value, or a list of values, without anchors and tags; undefined for anything deeper. */
function wordsOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (isScalar(value)) {
    const plain = value.anchor === undefined && value.tag === undefined;
    return plain && typeof value.value === 'string' ? value.value : undefined;
  }
  if (!isSeq(value) || value.anchor !== undefined || value.tag !== undefined) return undefined;
  const items = value.items.map((item) => (isScalar(item) ? wordsOf(item) : undefined));
  return items.includes(undefined) ? undefined : items.join(', ');
}

function cell(type: string, value: string): DocNode {
  const line = value.replace(/\s+/g, ' ').trim();
  const content = line === '' ? {} : { content: [{ type: 'text', text: line }] };
  return { type, content: [{ type: 'paragraph', ...content }] };
}
