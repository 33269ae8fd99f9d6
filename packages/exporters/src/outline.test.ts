import {
  bulletList,
  emphasis,
  lineBreak,
  link,
  listItem,
  reference,
  section,
  text,
} from '@plenary/report-ast';
import { expect, it } from 'vitest';
import { kitchenSink } from '../fixtures/kitchen-sink.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';

const anchors = (entries: readonly OutlineEntry[]): unknown =>
  entries.map(({ anchor, children }) => (children.length === 0 ? anchor : [anchor, anchors(children)]));

it('lists parts and two levels of sections, but none in lists, boxes and cells', () => {
  expect(anchors(outlineOf(kitchenSink))).toEqual([
    ['part-1', [['section-1', ['section-2', 'section-6']]]],
    'part-2',
    'part-3',
  ]);
});

it('keeps the marks of a title, but neither its links nor its breaks', () => {
  const title = [link('tel:1', ['a', emphasis(reference('x', 'b'))]), lineBreak, text('c')];
  const parts = [
    { anchor: 'p', title, children: [bulletList([listItem(section({ anchor: 's', title: 't' }, []))])] },
  ];
  expect(outlineOf({ ...kitchenSink, parts })).toEqual([
    { anchor: 'p', title: [text('a'), emphasis('b'), text(' '), text('c')], children: [] },
  ]);
});
