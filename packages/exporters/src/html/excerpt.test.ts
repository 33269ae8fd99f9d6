import { expect, test } from 'vitest';
import { paragraph, section } from '@plenary/report-ast';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { writeExcerpt } from './excerpt.ts';

test('an excerpt shows the first part alone, from a first heading on', () => {
  const part = {
    anchor: 'day',
    title: kitchenSink.parts[0]?.title ?? [],
    children: [section({ anchor: 'a', title: 'A group' }, [paragraph('What it wrote.')])],
  };
  const page = writeExcerpt({ ...kitchenSink, parts: [part, ...kitchenSink.parts] });
  expect(page).toMatch(/<h1[^>]*>/);
  expect(page).toMatch(/<h2[^>]*>A group<\/h2>/);
  expect(page).toContain('What it wrote.');
  expect(page).not.toContain('<nav');
  expect(page.match(/<main/g)).toHaveLength(1);
});
