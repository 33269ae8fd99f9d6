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
    const place = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    place();
    viewport.addEventListener('resize', place);
    viewport.addEventListener('scroll', place);
    return () => {
      viewport.removeEventListener('resize', place);
      viewport.removeEventListener('scroll', place);
      root.style.removeProperty('--keyboard');
    };
  }, []);
}
