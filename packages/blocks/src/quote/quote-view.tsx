import type { ReactNodeViewProps } from '@tiptap/react';
import { MessageSquareQuote } from 'lucide-react';
import { useBlockServices } from '../frame/block-services.ts';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { pickedValue } from '../frame/picked-value.ts';
import { quoteMissing } from './quote.messages.ts';
import { quote } from './quote.ts';

function QuoteView(view: ReactNodeViewProps) {
  const { lang } = useBlockServices();
  const { fields } = quote.words[lang];
  const missing = quoteMissing[lang];
  const field = (name: keyof typeof missing) => ({
    label: fields[name] ?? '',
    value: pickedValue(view, name),
    missing: missing[name],
    onPick: (value: string | null) => view.updateAttributes({ [name]: value }),
  });
  return (
    <OutcomeFrame view={view} block={quote} icon={MessageSquareQuote}>
      <PickedName {...field('speaker')} />
      <PickedName {...field('organisation')} />
    </OutcomeFrame>
  );
}

export const quoteView: BlockView = {
  icon: MessageSquareQuote,
  View: QuoteView,
  // A phone turns the first into the second, a French keyboard has the third.
  prefixes: ['"', '“', '«'],
};
