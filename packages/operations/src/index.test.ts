import { expect, test } from 'vitest';
import * as operations from './index.ts';

test('the package exports the operations and nothing else', () => {
  expect(Object.keys(operations).toSorted()).toEqual([
    'MOST_PICTURES',
    'PRESENCE_COLOURS',
    'accessOf',
    'addGroup',
    'addPicture',
    'changePlan',
    'commands',
    'compileSummit',
    'createReportCache',
    'createSummit',
    'exportSummit',
    'formatIds',
    'importFile',
    'invite',
    'join',
    'listGroups',
    'listInvitations',
    'listSummits',
    'loadSample',
    'mayAddPicture',
    'personOfInvitation',
    'personOfSession',
    'previewInvitation',
    'readPlan',
    'reopen',
    'revokeInvitation',
    'runCommand',
    'signOff',
    'viewGroup',
    'viewPicture',
    'viewSection',
    'viewSummit',
  ]);
});
