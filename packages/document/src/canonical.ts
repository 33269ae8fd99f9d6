import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import type { DocMark, DocNode } from './doc-node.ts';

/**
 * One text for one content: two documents that show the same have the same canonical JSON, whatever their history
 * and whether an editor or the server read them. Keys are sorted, attributes at their default are left out,
 * adjacent text with the same marks is one node, empty text is none, marks are sorted.
 *
 * Attributes of outcome blocks have `null` as their default; those of prose are listed below.
 */
export function canonicalJson(content: DocNode): string {
  return nodeJson(content);
}

/** SHA-256 of the canonical JSON in UTF-8, as 64 lower-case hexadecimal digits: the fingerprint that is signed. */
export function contentHash(content: DocNode): string {
  return toHexString(digest(encodeUtf8(canonicalJson(content))));
}

/** The same nodes with empty text left out and neighbours with the same marks joined. */
export function mergeText(nodes: readonly DocNode[]): readonly DocNode[] {
  const merged: DocNode[] = [];
  for (const node of nodes) {
    if (node.text === '') continue;
    const last = merged.at(-1);
    if (node.text !== undefined && last?.text !== undefined && marksJson(node) === marksJson(last)) {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

/**
 * Written down here, and compared with the schema by a test, because fingerprints of signed sections must not
 * change when a library changes its mind about a default.
 */
export const PROSE_DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  heading: { level: 1 },
  orderedList: { start: 1 },
  taskItem: { checked: false },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
};

function nodeJson(node: DocNode): string {
  return objectJson([
    ['attrs', attrsJson(node.type, node.attrs)],
    ['content', contentJson(node.content)],
    ['marks', marksJson(node)],
    ['text', node.text === undefined ? undefined : JSON.stringify(node.text)],
    ['type', JSON.stringify(node.type)],
  ]);
}

function contentJson(content: readonly DocNode[] | undefined): string | undefined {
  const nodes = mergeText(content ?? []);
  return nodes.length === 0 ? undefined : `[${nodes.map(nodeJson).join(',')}]`;
}

function marksJson(node: DocNode): string | undefined {
  if (!node.marks || node.marks.length === 0) return undefined;
  const marks = node.marks.map(markJson).toSorted(byCodeUnit);
  return `[${[...new Set(marks)].join(',')}]`;
}

function markJson(mark: DocMark): string {
  // The type first, so that sorting the texts sorts by type.
  return objectJson([
    ['type', JSON.stringify(mark.type)],
    ['attrs', attrsJson(mark.type, mark.attrs)],
  ]);
}

function attrsJson(type: string, attrs: DocNode['attrs']): string | undefined {
  const defaults = PROSE_DEFAULTS[type] ?? {};
  const kept = Object.entries(attrs ?? {}).filter(
    ([name, value]) =>
      value !== undefined && value !== null && !(Object.hasOwn(defaults, name) && defaults[name] === value),
  );
  return kept.length === 0 ? undefined : sortedJson(kept);
}

function valueJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return sortedJson(Object.entries(value));
  return JSON.stringify(value) ?? 'null';
}

function sortedJson(entries: readonly (readonly [string, unknown])[]): string {
  const sorted = entries.toSorted(([a], [b]) => byCodeUnit(a, b));
  return objectJson(sorted.map(([name, value]) => [name, valueJson(value)]));
}

/** Built as text, not as an object: a name such as `__proto__` stays a name. */
function objectJson(entries: readonly (readonly [string, string | undefined])[]): string {
  const members = entries.flatMap(([name, json]) =>
    json === undefined ? [] : [`${JSON.stringify(name)}:${json}`],
  );
  return `{${members.join(',')}}`;
}

/** The same order in every language and on every machine. */
function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
