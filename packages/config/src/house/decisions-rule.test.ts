import { expect, test } from 'vitest';
import { decisionsRule } from './decisions-rule.ts';
import { judge } from './made-house.ts';

const folder = 'apps/docs/decisions';

test('a record with a status that the list names is nothing to remark', () => {
  const found = judge(decisionsRule, {
    [`${folder}/README.md`]: '- [Yjs](0001-yjs.md)',
    [`${folder}/0001-yjs.md`]: '# Yjs\n\nStatus: accepted\n',
  });
  expect(found).toEqual([]);
});

test('a record without a status is refused', () => {
  const found = judge(decisionsRule, {
    [`${folder}/README.md`]: '- [Yjs](0001-yjs.md)',
    [`${folder}/0001-yjs.md`]: '# Yjs\n',
  });
  expect(found).toEqual([expect.stringContaining('no line `Status')]);
});

test('a record that the list does not name is refused', () => {
  const found = judge(decisionsRule, { [`${folder}/0001-yjs.md`]: '**Status:** accepted' });
  expect(found).toEqual([expect.stringContaining('not listed')]);
});
