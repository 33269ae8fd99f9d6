import type { ReactNodeViewProps } from '@tiptap/react';
import { Gavel } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { decision } from './decision.ts';

function DecisionView(view: ReactNodeViewProps) {
  return <OutcomeFrame view={view} block={decision} icon={Gavel} />;
}

export const decisionView: BlockView = { icon: Gavel, View: DecisionView, prefixes: ['!!'] };
