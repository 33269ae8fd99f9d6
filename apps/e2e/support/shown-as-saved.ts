import type { GroupPage } from './group-page.ts';
import { tokensIn, type Token } from './writers.ts';

declare global {
  interface Window {
    /** Every paragraph that stood in the text in a frame in which the mark was green. */
    shownAsSaved?: Set<string>;
  }
}

/**
 * Looks at the page after every change, and remembers what stands in the text while the mark says that all of it is on
 * the server's disk. It reads what a person sees, so it cannot be more generous than the page.
 */
export async function recordShownAsSaved({ page }: GroupPage): Promise<void> {
  await page.evaluate(() => {
    const shown = (window.shownAsSaved = new Set<string>());
    const look = (): void => {
      const state = document.querySelector('[data-saved]')?.getAttribute('data-saved');
      if (state !== 'saved' && state !== 'offline') return;
      for (const block of document.querySelectorAll('.ProseMirror p')) {
        const copy = block.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll('.plenary-caret')) caret.remove();
        shown.add(copy.textContent ?? '');
      }
    };
    // In a task of its own: by then the page has drawn both the text and the mark of one state.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', look);
    port1.start();
    new MutationObserver(() => port2.postMessage(undefined)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-saved'],
    });
  });
}

/** What has been shown as saved up to now. */
export async function shownAsSaved({ page }: GroupPage): Promise<readonly Token[]> {
  return [...tokensIn((await page.evaluate(() => [...(window.shownAsSaved ?? [])])).join('\n'))];
}
