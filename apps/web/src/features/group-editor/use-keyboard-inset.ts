import { useEffect } from 'react';

/** The first layout is over by then. */
const SETTLED_MS = 500;

/**
 * Keeps the custom property `--keyboard` at the height of what covers the bottom of the page. Browsers that shrink the
 * page for the keyboard leave it at 0; Safari lays the keyboard over the page and tells only the visual viewport.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const root = document.documentElement;
    const place = () => {
      // Zoomed in with two fingers, the visual viewport is small for another reason.
      const zoomed = viewport.scale > 1.01;
      const covered = zoomed ? 0 : Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    place();
    // While a phone lays the page out for the first time both heights are in motion, and no event tells the end.
    const settled = setTimeout(place, SETTLED_MS);
    window.addEventListener('resize', place);
    viewport.addEventListener('resize', place);
    viewport.addEventListener('scroll', place);
    return () => {
      clearTimeout(settled);
      window.removeEventListener('resize', place);
      viewport.removeEventListener('resize', place);
      viewport.removeEventListener('scroll', place);
      root.style.removeProperty('--keyboard');
    };
  }, []);
}
