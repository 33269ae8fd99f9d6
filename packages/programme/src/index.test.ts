import { expect, test } from 'vitest';
import * as samples from './samples.ts';
import * as templates from './templates/templates.ts';
import * as programme from './index.ts';

test('the exports', () => {
  expect(Object.keys(programme).toSorted()).toEqual([
    'CODE_ALPHABET',
    'CODE_LENGTH',
    'DEFAULT_PLAN',
    'FRONT_KINDS',
    'LONGEST_NAME',
    'LONGEST_SLUG',
    'PROGRAMME_LIMITS',
    'SlugTaken',
    'accessIn',
    'accessTo',
    'allows',
    'checkName',
    'dayTitle',
    'describeProblem',
    'documentsOf',
    'foldName',
    'frontId',
    'inPlannedOrder',
    'isFront',
    'isOrganiser',
    'monthTitle',
    'newInvitationCode',
    'normaliseCode',
    'planGroups',
    'readProgramme',
    'showCode',
    'slugOf',
    'whenAndWhere',
  ]);
  expect(Object.keys(templates).toSorted()).toEqual([
    'frontTemplates',
    'kindsOf',
    'kindsUsed',
    'sessionKind',
    'sessionKinds',
    'templateFor',
  ]);
  expect(Object.keys(samples).toSorted()).toEqual(['sample2016', 'sample2016Text']);
});
