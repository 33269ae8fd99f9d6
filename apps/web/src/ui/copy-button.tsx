import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly children: ReactNode;
  readonly look?: 'plain' | 'quiet';
}

/** How long the button says that it worked. */
const THANKS_MS = 2_500;

/** Copies a text and says so. */
export function CopyButton({ text, children, look = 'plain' }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), THANKS_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <Button
      look={look}
      onClick={() => {
        void copyText(text).then(setCopied);
      }}
    >
      <Icon aria-hidden="true" size={18} />
      {copied ? t('action.copied') : children}
    </Button>
  );
}
