import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the element that holds remarks above a text and stays in view. Its parent gets `--below-remarks`: where what stays
 * in view below them has to stop, so that no remark, however long, hides the tools one writes with.
 */
export function useBelowRemarks(): RefObject<HTMLDivElement | null> {
  const remarks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: element } = remarks;
    const parent = element?.parentElement;
    if (!element || !parent) return undefined;
    const observer = new ResizeObserver(() => {
      parent.style.setProperty(
        '--below-remarks',
        `calc(var(--bar-height) + 0.5rem + ${element.offsetHeight}px)`,
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return remarks;
}
