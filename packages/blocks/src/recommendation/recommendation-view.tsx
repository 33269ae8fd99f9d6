import type { ReactNodeViewProps } from '@tiptap/react';
import { Megaphone } from 'lucide-react';
import { useBlockServices } from '../frame/block-services.ts';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { pickedValue } from '../frame/picked-value.ts';
import { recommendationMissing } from './recommendation.messages.ts';
import { recommendation } from './recommendation.ts';

function RecommendationView(view: ReactNodeViewProps) {
  const { lang } = useBlockServices();
  return (
    <OutcomeFrame view={view} block={recommendation} icon={Megaphone}>
      <PickedName
        label={recommendation.words[lang].fields['to'] ?? ''}
        value={pickedValue(view, 'to')}
        missing={recommendationMissing[lang].to}
        onPick={(to) => view.updateAttributes({ to })}
      />
    </OutcomeFrame>
  );
}

export const recommendationView: BlockView = { icon: Megaphone, View: RecommendationView, prefixes: ['!'] };
