import type { Block, Inline } from '@plenary/report-ast';
import { reportLeaves } from '@plenary/report-ast';
import { describe, expect, it, vi } from 'vitest';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { PICTURES } from '../../fixtures/pictures.ts';
import type { Exporter, ReadBack } from '../exporter.ts';
import { findFormat } from '../formats.ts';
import { compareShapes, shapeOf } from '../shape.ts';
import { NO_XML } from '../xml/xml.ts';

/** The node whose handler gives nothing while a test runs. */
const off = vi.hoisted((): { type?: string } => ({}));

vi.mock('../exporter.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../exporter.ts')>();
  return {
    ...original,
    handle: (handlers: never, node: Block | Inline): unknown => {
      const result: unknown = original.handle(handlers, node);
      if (node.type !== off.type) return result;
      return Array.isArray(result) ? [] : NO_XML;
    },
  };
});

const NODES = {
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
  paragraph: true,
  section: true,
  list: true,
  table: true,
  blockquote: true,
  code: true,
  figure: true,
  callout: true,
  thematicBreak: true,
} as const satisfies Record<(Block | Inline)['type'], true>;

describe.each(['docx', 'odt'])('an audit of %s', (id) => {
  it('finds nothing missing while every rule of the writer is there', async () => {
    expect(await missing(await load(id))).toBe(false);
  });

  it.each(Object.keys(NODES).filter((type) => type !== 'break'))(
    'sees that %s is not written',
    async (type) => {
      off.type = type;
      expect(await missing(await load(id))).toBe(true);
      delete off.type;
    },
  );

  it('reads other words where a line break is not written: it is no leaf, but it parts two', async () => {
    const whole = (await readBack(await load(id))).words;
    off.type = 'break';
    expect((await readBack(await load(id))).words).not.toBe(whole);
    delete off.type;
  });
});

async function load(id: string): Promise<Exporter> {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return format.load();
}

async function readBack(exporter: Exporter): Promise<ReadBack> {
  return exporter.readBack((await exporter.write(kitchenSink, PICTURES)).file);
}

/** As the conformance suite looks: every leaf after the one before it, and everything as often as in the report. */
async function missing(exporter: Exporter): Promise<boolean> {
  const { words, shape } = await readBack(exporter);
  if (compareShapes(shapeOf(kitchenSink, PICTURES), shape).length > 0) return true;
  const plain = words.replaceAll(/[ \t\n]+/g, ' ');
  let position = 0;
  for (const leaf of reportLeaves(kitchenSink)) {
    const wanted = leaf.replaceAll(/[ \t\n]+/g, ' ').trim();
    const found = plain.indexOf(wanted, position);
    if (found === -1) return true;
    position = found + wanted.length;
  }
  return false;
}
