import type { OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { actionView } from './action/action-view.tsx';
import type { BlockView } from './frame/block-view.ts';
import { decisionView } from './decision/decision-view.tsx';
import { goodPracticeView } from './good-practice/good-practice-view.tsx';
import { insightView } from './insight/insight-view.tsx';
import { questionView } from './question/question-view.tsx';
import { quoteView } from './quote/quote-view.tsx';
import { recommendationView } from './recommendation/recommendation-view.tsx';
import { resourceView } from './resource/resource-view.tsx';
import { outcomePart } from './frame/outcome-part.ts';
import { tabThroughOutcome } from './frame/tab-through-outcome.ts';
import { type Kind, blocks } from './registry.ts';

/** The view of every block. One line a view; a block without one does not compile. */
export const blockViews = {
  insight: insightView,
  goodPractice: goodPracticeView,
  recommendation: recommendationView,
  decision: decisionView,
  action: actionView,
  question: questionView,
  quote: quoteView,
  resource: resourceView,
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
  const { View, Part }: BlockView = blockViews[block.kind as Kind];
  const node = block.node.extend({
    addNodeView: () => ReactNodeViewRenderer(View),
    addKeyboardShortcuts() {
      return { ...this.parent?.(), Tab: ({ editor }) => tabThroughOutcome(editor, block.kind) };
    },
    ...(Part && {
      addExtensions: () => [outcomePart.extend({ addNodeView: () => ReactNodeViewRenderer(Part) })],
    }),
  });
  return { ...block, node };
}
