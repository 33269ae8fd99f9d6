import type { ReactNodeViewProps } from '@tiptap/react';
import { CircleCheckBig } from 'lucide-react';
import { useBlockServices } from '../frame/block-services.ts';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedChoice } from '../frame/picked-choice.tsx';
import { PickedField } from '../frame/picked-field.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { useFields } from '../frame/use-fields.ts';
import { actionMissing, actionStates } from './action.messages.ts';
import { action } from './action.ts';
import { DueField } from './due-field.tsx';

function ActionView(view: ReactNodeViewProps) {
  const { lang } = useBlockServices();
  const field = useFields(view, action, actionMissing);
  return (
    <OutcomeFrame view={view} block={action} icon={CircleCheckBig}>
      <PickedName {...field('owner')} />
      <DueField {...field('due')} />
      <PickedField {...field('measure')} />
      <PickedChoice {...field('status')} choices={actionStates[lang]} />
    </OutcomeFrame>
  );
}

export const actionView: BlockView = { icon: CircleCheckBig, View: ActionView, prefixes: ['->', '→'] };
