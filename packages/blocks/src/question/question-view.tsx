import type { ReactNodeViewProps } from '@tiptap/react';
import { MessageCircleQuestionMark } from 'lucide-react';
import type { BlockView } from '../frame/block-view.ts';
import { OutcomeFrame } from '../frame/outcome-frame.tsx';
import { question } from './question.ts';

function QuestionView(view: ReactNodeViewProps) {
  return <OutcomeFrame view={view} block={question} icon={MessageCircleQuestionMark} />;
}

export const questionView: BlockView = {
  icon: MessageCircleQuestionMark,
  View: QuestionView,
  prefixes: ['?'],
};
