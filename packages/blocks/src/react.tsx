import type { OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { actionView } from './action/action-view.tsx';
import type { BlockView } from './frame/block-view.ts';
import { insightView } from './insight/insight-view.tsx';
import { questionView } from './question/question-view.tsx';
import { recommendationView } from './recommendation/recommendation-view.tsx';
import { type Kind, blocks } from './registry.ts';

/** The view of every block. One line a view; a block without one does not compile. */
export const blockViews = {
  insight: insightView,
  recommendation: recommendationView,
  action: actionView,
  question: questionView,
} satisfies Readonly<Record<Kind, BlockView>>;

/** The same blocks with nodes that bring their view along: what an editor in a browser is built from. */
export const editorBlocks: OutcomeBlocks = Object.fromEntries(
  Object.values<OutcomeBlock>(blocks).map((block) => [block.kind, withView(block)]),
);

export { BlockServicesContext } from './frame/block-services.ts';
export type { BlockServices } from './frame/block-services.ts';
export type { BlockView } from './frame/block-view.ts';

function withView(block: OutcomeBlock): OutcomeBlock {
  // Every key of `blocks` is a kind, and a test says that it is the block's.
  const { View } = blockViews[block.kind as Kind];
  return { ...block, node: block.node.extend({ addNodeView: () => ReactNodeViewRenderer(View) }) };
}
