import type { Outcome, OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import { action } from './action/action.ts';
import { decision } from './decision/decision.ts';
import { goodPractice } from './good-practice/good-practice.ts';
import { insight } from './insight/insight.ts';
import { question } from './question/question.ts';
import { quote } from './quote/quote.ts';
import { recommendation } from './recommendation/recommendation.ts';
import { resource } from './resource/resource.ts';

/** Every outcome block there is, by kind, in the order in which an editor offers them. One line a block. */
export const blocks = {
  insight,
  goodPractice,
  recommendation,
  decision,
  action,
  question,
  quote,
  resource,
} satisfies OutcomeBlocks;

/** The kinds of outcome there are. */
export type Kind = keyof typeof blocks;

/** An outcome of any kind, with the type of its values: a `switch` on `kind` tells them apart. */
export type AnyOutcome = {
  [K in Kind]: Outcome & { readonly kind: K; readonly data: DataOf<(typeof blocks)[K]> | undefined };
}[Kind];

type DataOf<Block> = Block extends OutcomeBlock<infer Data> ? Data : never;

/** Whether a node's name is the kind of an outcome. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(blocks, name);
}
