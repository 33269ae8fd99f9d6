/** What the tests of the other packages share: builders, peers on a bad network, a clock, dice and hard text. */
export { a, br, code, doc, em, h, li, ol, outcome, p, quote, rule, strong, t, table, ul } from './build.ts';
export type { BuiltMark, BuiltNode, Line } from './build.ts';
export { createManualClock, START } from './clock.ts';
export type { ManualClock } from './clock.ts';
export { EMPTY_SUMMIT } from './empty-summit.ts';
export { CONTROL_CHARACTERS, HARD_TEXT, HARD_TEXTS, LONE_SURROGATE } from './hard-text.ts';
export { createPeers } from './peers.ts';
export type { Peers, PeersOptions } from './peers.ts';
export { createRandom } from './prng.ts';
export type { Random } from './prng.ts';
