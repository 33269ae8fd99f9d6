import type { Inline } from '@plenary/report-ast';

/**
 * The same words without what shows nothing and Markdown cannot say: blanks move out of the ends of marks, and blanks
 * and breaks go from the ends of the whole; blanks beside a break go too.
 */
export function tidy(words: readonly Inline[]): readonly Inline[] {
  const flat = merged(words.flatMap(hoisted));
  const first = flat.findIndex(showsSomething);
  const last = flat.findLastIndex(showsSomething);
  return flat
    .slice(first === -1 ? flat.length : first, last + 1)
    .flatMap((node, index, all): readonly Inline[] => {
      if (node.type !== 'text') return [node];
      const afterBreak = index === 0 || all[index - 1]?.type === 'break';
      const beforeBreak = index === all.length - 1 || all[index + 1]?.type === 'break';
      const start = afterBreak ? node.value.replace(/^ +/, '') : node.value;
      const value = beforeBreak ? start.replace(/ +$/, '') : start;
      return value === '' ? [] : [{ type: 'text', value }];
    });
}

function showsSomething(node: Inline): boolean {
  return node.type !== 'break' && !(node.type === 'text' && /^ *$/.test(node.value));
}

/** A node with the blanks at its ends beside it. */
function hoisted(node: Inline): readonly Inline[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'footnote':
    case 'break':
      return [node];
    default: {
      const children = merged(node.children.flatMap(hoisted));
      const before = edge(children[0], /^\s+/);
      const after = edge(children.at(-1), /\s+$/);
      if (children.length === 1 && before !== '' && isBlank(children[0]))
        return [{ type: 'text', value: before }];
      const kept = trimmed(children, before.length, after.length);
      return [...blank(before), { ...node, children: kept }, ...blank(after)];
    }
  }
}

function trimmed(children: readonly Inline[], before: number, after: number): readonly Inline[] {
  return children.flatMap((child, index): readonly Inline[] => {
    if (child.type !== 'text') return [child];
    const from = index === 0 ? before : 0;
    const to = index === children.length - 1 ? child.value.length - after : child.value.length;
    return blank(child.value.slice(from, to));
  });
}

function edge(node: Inline | undefined, pattern: RegExp): string {
  return node?.type === 'text' ? (pattern.exec(node.value)?.[0] ?? '') : '';
}

function isBlank(node: Inline | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

function blank(value: string): readonly Inline[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Texts that follow one another as one, because what a character means depends on its neighbours. */
function merged(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + node.value };
    } else result.push(node);
  }
  return result;
}
