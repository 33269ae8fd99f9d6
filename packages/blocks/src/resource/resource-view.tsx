import { isAllowedLink } from '@plenary/document';
import type { ReactNodeViewProps } from '@tiptap/react';
import { BookMarked } from 'lucide-react';
import { useBlockServices } from '../frame/block-services.ts';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedChoice } from '../frame/picked-choice.tsx';
import { PickedField } from '../frame/picked-field.tsx';
import { useFields } from '../frame/use-fields.ts';
import { linkRemark, resourceKinds, resourceMissing } from './resource.messages.ts';
import { resource } from './resource.ts';
import { withScheme } from './with-scheme.ts';

function ResourceView(view: ReactNodeViewProps) {
  const { lang } = useBlockServices();
  const field = useFields(view, resource, resourceMissing);
  return (
    <OutcomeFrame view={view} block={resource} icon={BookMarked}>
      <PickedField {...field('title')} />
      <PickedField
        {...field('link')}
        inputMode="url"
        read={withScheme}
        complain={(url) => (isAllowedLink(url) ? undefined : linkRemark[lang])}
      />
      <PickedChoice {...field('kind')} choices={resourceKinds[lang]} />
    </OutcomeFrame>
  );
}

export const resourceView: BlockView = { icon: BookMarked, View: ResourceView, prefixes: ['@'] };
