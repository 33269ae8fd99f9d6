import type { ReactNodeViewProps } from '@tiptap/react';
import { CircleCheckBig } from 'lucide-react';
import { useBlockServices } from '../frame/block-services.ts';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedField } from '../frame/picked-field.tsx';
import { pickedValue } from '../frame/picked-value.ts';
import { actionMissing } from './action.messages.ts';
import { action } from './action.ts';

function ActionView(view: ReactNodeViewProps) {
  const { lang, people, formatDate } = useBlockServices();
  const { fields } = action.words[lang];
  const missing = actionMissing[lang];
  return (
    <OutcomeFrame view={view} block={action} icon={CircleCheckBig}>
      <PickedField
        label={fields['owner'] ?? ''}
        value={pickedValue(view, 'owner')}
        missing={missing.owner}
        suggestions={people}
        onPick={(owner) => view.updateAttributes({ owner })}
      />
      <PickedField
        label={fields['due'] ?? ''}
        value={pickedValue(view, 'due')}
        missing={missing.due}
        type="date"
        format={formatDate}
        onPick={(due) => view.updateAttributes({ due })}
      />
    </OutcomeFrame>
  );
}

export const actionView: BlockView = { icon: CircleCheckBig, View: ActionView };
