import type { ReactNodeViewProps } from '@tiptap/react';
import { MessageSquareQuote } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { PickedName } from '../frame/picked-name.tsx';
import { useFields } from '../frame/use-fields.ts';
import { quoteMissing } from './quote.messages.ts';
import { quote } from './quote.ts';

function QuoteView(view: ReactNodeViewProps) {
  const field = useFields(view, quote, quoteMissing);
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
