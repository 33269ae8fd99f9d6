import type { ImportView } from '@plenary/protocol';
import { useEffect, useRef, useState } from 'react';
import { RequestFailed } from '../../../api/request.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { type Destination, sendBrought } from './send-brought.ts';

/** How far the bringing of a file is. `asking` has why the last try failed; its file stays chosen. */
export type Bringing =
  | { readonly step: 'asking'; readonly error?: string | undefined }
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'done'; readonly brought: ImportView };

/** Sends one file at a time. Where the dialog is closed before all of it has gone out, nothing is added. */
export function useBringing(destination: Destination) {
  const t = useWritingText();
  const [bringing, setBringing] = useState<Bringing>({ step: 'asking' });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  async function send(file: File): Promise<void> {
    const own = new AbortController();
    controller.current = own;
    let share = 0;
    setBringing({ step: 'sending', share });
    try {
      const brought = await sendBrought(file, destination, {
        signal: own.signal,
        onProgress: (gone) => {
          share = gone;
          if (!own.signal.aborted) setBringing({ step: 'sending', share });
        },
      });
      setBringing({ step: 'done', brought });
    } catch (error) {
      if (own.signal.aborted) return;
      setBringing({ step: 'asking', error: sentenceOf(error, share) });
    }
  }

  function sentenceOf(error: unknown, share: number): string {
    const { code, detail } =
      error instanceof RequestFailed ? error : new RequestFailed('unreachable', undefined);
    if (detail !== undefined) return detail;
    if (code === 'file-too-large') return t('bring.tooLarge');
    // All of it had gone out: it may be in the text, and the answer was lost on its way.
    return t(share === 1 ? 'bring.unanswered' : 'bring.unreachable');
  }

  return {
    bringing,
    send,
    stop: () => {
      controller.current?.abort();
      setBringing({ step: 'asking' });
    },
    /** Another file was chosen: what was wrong with the last one is not said of it. */
    forget: () => setBringing({ step: 'asking' }),
  };
}
