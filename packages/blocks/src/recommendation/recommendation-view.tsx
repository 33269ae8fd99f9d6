import type { ReactNodeViewProps } from '@tiptap/react';
import { Megaphone } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { useFields } from '../frame/use-fields.ts';
import { recommendationMissing } from './recommendation.messages.ts';
import { recommendation } from './recommendation.ts';

function RecommendationView(view: ReactNodeViewProps) {
  const field = useFields(view, recommendation, recommendationMissing);
  return (
    <OutcomeFrame view={view} block={recommendation} icon={Megaphone}>
      <PickedName {...field('to')} />
    </OutcomeFrame>
  );
}

export const recommendationView: BlockView = { icon: Megaphone, View: RecommendationView, prefixes: ['!'] };
