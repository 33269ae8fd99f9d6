import type { Block } from './nodes.ts';
import type { Part } from './report.ts';

/**
 * The same parts with anchors numbered in reading order, and references pointing to them, forward and back, as the
 * numbers say in turn.
 */
export function withAnchors(parts: readonly Part[], numbers: readonly number[]): readonly Part[] {
  let count = 0;
  const renamed = parts.map((part) => {
    const anchor = `p-${++count}`;
    return { ...part, anchor, children: mapBlocks(part.children) };
  });
  let drawn = 0;
  return rewrite(renamed, (value) => {
    if (value['type'] !== 'reference') return value;
    const number = numbers.at(drawn++ % numbers.length) ?? count;
    return { ...value, target: `p-${(number % count) + 1}` };
  });

  function mapBlocks(blocks: readonly Block[]): readonly Block[] {
    return rewrite(blocks, (value) =>
      value['anchor'] === 'here' ? { ...value, anchor: `p-${++count}` } : value,
    );
  }
}

/** Rewrites every object inside a JSON value, outermost first. */
function rewrite<Value>(value: Value, change: (object: Readonly<Record<string, unknown>>) => object): Value {
  return inside(value) as Value; // `change` keeps the type of what it is given, so the whole keeps its own

  function inside(item: unknown): unknown {
    if (Array.isArray(item)) return item.map(inside);
    if (typeof item !== 'object' || item === null) return item;
    const changed = change({ ...item });
    return Object.fromEntries(Object.entries(changed).map(([key, child]) => [key, inside(child)]));
  }
}
