import type { ReactNodeViewProps } from '@tiptap/react';
import { Lightbulb } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { insight } from './insight.ts';

function InsightView(view: ReactNodeViewProps) {
  return <OutcomeFrame view={view} block={insight} icon={Lightbulb} />;
}

export const insightView: BlockView = { icon: Lightbulb, View: InsightView, prefixes: ['='] };
