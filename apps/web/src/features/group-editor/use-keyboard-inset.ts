import { useEffect } from 'react';

/**
 * Keeps the custom property `--keyboard` at the height of what covers the bottom of the page. Browsers that shrink the
 * page for the keyboard leave it at 0; Safari lays the keyboard over the page and tells only the visual viewport.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const root = document.documentElement;
    const place = () => root.style.setProperty('--keyboard', `${coveredBy(viewport)}px`);
    place();
    const controller = new AbortController();
    const { signal } = controller;
    for (const target of [window, viewport]) target.addEventListener('resize', place, { signal });
    viewport.addEventListener('scroll', place, { signal });
    for (const type of ['focusin', 'focusout']) document.addEventListener(type, place, { signal });
    return () => {
      controller.abort();
      root.style.removeProperty('--keyboard');
    };
  }, []);
}

/**
 * Pixels of the page's bottom under the keyboard. A keyboard is there only for something that is typed in; without
 * that, heights that differ are a phone still laying the page out, and no event would tell when it is done. Zoomed
 * with two fingers, the visual viewport is small for another reason.
 */
function coveredBy({ height, offsetTop, scale }: VisualViewport): number {
  if (!isTypedIn(document.activeElement) || Math.abs(scale - 1) > 0.01) return 0;
  return Math.max(0, Math.round(window.innerHeight - height - offsetTop));
}

function isTypedIn(element: Element | null): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
