import { expect, test } from 'vitest';
import * as operations from './index.ts';

test('the package exports the operations and nothing else', () => {
  expect(Object.keys(operations).toSorted()).toEqual([
    'PRESENCE_COLOURS',
    'accessOf',
    'addGroup',
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
    'personOfInvitation',
    'personOfSession',
    'previewInvitation',
    'reopen',
    'revokeInvitation',
    'runCommand',
    'signOff',
    'viewGroup',
    'viewSection',
    'viewSummit',
  ]);
});
