import type { Block, Inline } from '@plenary/report-ast';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { kitchenSink } from '../fixtures/kitchen-sink.ts';
import { PICTURES } from '../fixtures/pictures.ts';
import type { Exporter } from './exporter.ts';
import { firstLost } from './first-lost.ts';
import { findFormat, formats } from './formats.ts';

/** The kind of node whose handler gives nothing, in every writer. */
const off = vi.hoisted(() => ({ type: '' }));

// Every writer calls its handlers through this one function, so all of them can be broken here.
vi.mock('./exporter.ts', async (load) => {
  const real = await load<typeof import('./exporter.ts')>();
  const handle = (...[handlers, node, place]: Parameters<typeof real.handle>): unknown => {
    const result = real.handle(handlers, node, place);
    if (node.type !== off.type) return result;
    return typeof result === 'string' ? '' : []; // as the writers give it: markup, or a list of nodes
  };
  return { ...real, handle };
});

beforeEach(() => {
  off.type = '';
});

const TYPES: Readonly<Record<(Block | Inline)['type'], true>> = {
  paragraph: true,
  section: true,
  list: true,
  table: true,
  blockquote: true,
  code: true,
  figure: true,
  callout: true,
  thematicBreak: true,
  text: true,
  emphasis: true,
  strong: true,
  delete: true,
  subscript: true,
  superscript: true,
  inlineCode: true,
  link: true,
  reference: true,
  span: true,
  footnote: true,
  break: true,
};

/** What a break shows is what is left out between two leaves; where words end is what the audit of the sources looks at. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['break']);
/** Markdown has rules in the text and dashes in cells, so it counts none; they say nothing. */
const NOT_COUNTED: Readonly<Record<string, ReadonlySet<string>>> = { md: new Set(['thematicBreak']) };

/** They have no handlers: the report is in them as it is. PDF has its handlers in a template, and is broken where its engine is. */
const DATA: ReadonlySet<string> = new Set(['json', 'typst']);

const writers: readonly Exporter[] = (
  await Promise.all(formats.map(async (format): Promise<Exporter> => format.load()))
).filter(({ id, covers }) => covers === undefined && !DATA.has(id) && !id.startsWith('pdf'));

describe.each(writers.map((writer) => [writer.id, writer] as const))('the audit of %s', (id, writer) => {
  it('finds nothing where every handler does its work', async () => {
    expect(await firstLost(writer, kitchenSink, PICTURES)).toBeUndefined();
  });

  it.each(
    Object.keys(TYPES).filter((type) => !SAYS_NOTHING.has(type) && NOT_COUNTED[id]?.has(type) !== true),
  )('finds that the handler of %s is off', async (type) => {
    off.type = type;
    expect(await firstLost(writer, kitchenSink, PICTURES)).toBeDefined();
  });

  it('reads other words where a line break is not written: it is no leaf, but it parts two', async () => {
    const words = async (): Promise<string> =>
      (await writer.readBack((await writer.write(kitchenSink, PICTURES)).file)).words;
    const all = await words();
    off.type = 'break';
    expect(await words()).not.toBe(all);
  });
});

describe.each([...DATA])('the audit of %s', (id) => {
  it.each(Object.keys(TYPES).filter((type) => !SAYS_NOTHING.has(type)))(
    'finds that each %s is gone',
    async (type) => {
      const format = await findFormat(id)?.load();
      if (format === undefined) throw new Error(`${id} is not in the list of formats`);
      const broken: Exporter = { ...format, write: (report) => format.write(without(report, type)) };
      expect(await firstLost(broken, kitchenSink)).toBeDefined();
    },
  );
});

/** The same value without the nodes of a kind. */
function without<Value>(value: Value, type: string): Value {
  const inside = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.filter((child) => typeOf(child) !== type).map(inside);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, child]) => [key, inside(child)]));
  };
  return inside(value) as Value; // the same keys, and fewer entries in its lists
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined;
}
