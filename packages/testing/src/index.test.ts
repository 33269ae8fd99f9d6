import { expect, test } from 'vitest';
import * as testing from './index.ts';

test('exports', () => {
  expect(Object.keys(testing).toSorted()).toEqual([
    'CONTROL_CHARACTERS',
    'EMPTY_SUMMIT',
    'HARD_TEXT',
    'HARD_TEXTS',
    'LONE_SURROGATE',
    'START',
    'a',
    'br',
    'code',
    'createManualClock',
    'createPeers',
    'createRandom',
    'doc',
    'em',
    'h',
    'li',
    'ol',
    'outcome',
    'p',
    'quote',
    'rule',
    'strong',
    't',
    'table',
    'ul',
  ]);
});
