import { expect, test } from 'vitest';
import * as protocol from './index.ts';

test('protocol exports what web and server say to each other, and nothing else', () => {
  expect(Object.keys(protocol).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'CLOSE',
    'IMPORT_ENDINGS',
    'MESSAGE_AUTH',
    'MESSAGE_AWARENESS',
    'MESSAGE_MARKER',
    'MESSAGE_NOTICE',
    'MESSAGE_QUERY_AWARENESS',
    'MESSAGE_SYNC',
    'MOST_IMPORT_BYTES',
    'MOST_PICTURE_BYTES',
    'ProblemError',
    'SUBPROTOCOL',
    'SYNC_PATH',
    'SYNC_STEP_1',
    'SYNC_STEP_2',
    'SYNC_UPDATE',
    'access',
    'exportRequest',
    'exportStage',
    'exportView',
    'formatList',
    'groupDetail',
    'groupList',
    'groupView',
    'importPath',
    'importView',
    'invitationCreated',
    'invitationList',
    'invitationPreview',
    'invitationRequest',
    'joinRequest',
    'joined',
    'lang',
    'meView',
    'mergeAnswer',
    'mergeList',
    'newGroupRequest',
    'picturePath',
    'pictureView',
    'picturesPath',
    'planChange',
    'planView',
    'problemOf',
    'problemSentence',
    'publicationRequest',
    'publicationState',
    'publicationView',
    'reportPlan',
    'role',
    'sectionView',
    'signOffRequest',
    'summitList',
    'summitView',
    'writersView',
  ]);
});

test('message types and close codes are those of the protocol, for ever', () => {
  expect(protocol.CLOSE).toEqual({
    malformed: 4400,
    noSession: 4401,
    noAccess: 4403,
    gone: 4404,
    conflict: 4409,
    locked: 4423,
    schemaTooOld: 4426,
    restart: 1012,
    overloaded: 1013,
  });
  expect([
    protocol.MESSAGE_SYNC,
    protocol.MESSAGE_AWARENESS,
    protocol.MESSAGE_AUTH,
    protocol.MESSAGE_QUERY_AWARENESS,
  ]).toEqual([0, 1, 2, 3]);
  expect([protocol.MESSAGE_MARKER, protocol.MESSAGE_NOTICE]).toEqual([102, 103]);
  expect([protocol.SYNC_STEP_1, protocol.SYNC_STEP_2, protocol.SYNC_UPDATE]).toEqual([0, 1, 2]);
  expect([protocol.SUBPROTOCOL, protocol.SYNC_PATH]).toEqual(['plenary.v1', '/sync']);
});
