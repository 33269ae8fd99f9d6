import type { ReactNodeViewProps } from '@tiptap/react';
import { Sprout } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PartFrame } from '../frame/part-frame.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { useFields } from '../frame/use-fields.ts';
import { goodPracticeMissing } from './good-practice.messages.ts';
import { goodPractice } from './good-practice.ts';

function GoodPracticeView(view: ReactNodeViewProps) {
  const field = useFields(view, goodPractice, goodPracticeMissing);
  return (
    <OutcomeFrame view={view} block={goodPractice} icon={Sprout}>
      <PickedName {...field('contact')} />
    </OutcomeFrame>
  );
}

function GoodPracticePart(view: ReactNodeViewProps) {
  return <PartFrame view={view} block={goodPractice} missing={goodPracticeMissing} />;
}

export const goodPracticeView: BlockView = {
  icon: Sprout,
  View: GoodPracticeView,
  Part: GoodPracticePart,
  prefixes: ['++'],
};
