import { expect, test } from 'vitest';
import * as samples from './samples.ts';
import * as templates from './templates/templates.ts';
import * as programme from './index.ts';

test('the exports', () => {
  expect(Object.keys(programme).toSorted()).toEqual([
    'CODE_ALPHABET',
    'CODE_LENGTH',
    'LONGEST_NAME',
    'LONGEST_SLUG',
    'PROGRAMME_LIMITS',
    'SlugTaken',
    'accessTo',
    'allows',
    'checkName',
    'dayTitle',
    'describeProblem',
    'foldName',
    'isOrganiser',
    'newInvitationCode',
    'normaliseCode',
    'planGroups',
    'readProgramme',
    'showCode',
    'slugOf',
    'whenAndWhere',
  ]);
  expect(Object.keys(templates).toSorted()).toEqual(['sessionKind', 'sessionKinds', 'templateFor']);
  expect(Object.keys(samples).toSorted()).toEqual(['sample2016', 'sample2016Text']);
});
