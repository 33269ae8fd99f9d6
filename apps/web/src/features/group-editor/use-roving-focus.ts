import { type KeyboardEvent, useEffect, useRef } from 'react';

/**
 * Makes the buttons of a toolbar one stop of the Tab key: arrows, Home and End move among them, in the direction in
 * which the page is read, and Tab comes back to the one that was left. As the ARIA pattern of a toolbar asks.
 */
export function useRovingFocus<Bar extends HTMLElement>() {
  const bar = useRef<Bar>(null);
  // Buttons come and go with the caret: there is always exactly one that Tab stops at.
  useEffect(() => {
    const buttons = buttonsIn(bar.current);
    makeStop(buttons, buttons.find(({ tabIndex }) => tabIndex === 0) ?? buttons[0]);
  });

  function onKeyDown(event: KeyboardEvent<Bar>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = buttonsIn(bar.current);
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = target(event.key, here, buttons.length, getComputedStyle(event.currentTarget).direction);
    if (here === -1 || next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  function onFocus() {
    const buttons = buttonsIn(bar.current);
    const focused = buttons.find((button) => button === document.activeElement);
    makeStop(buttons, focused);
  }

  return { ref: bar, onKeyDown, onFocus };
}

function target(key: string, here: number, count: number, direction: string): number | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (here + 1) % count;
  if (key === back) return (here - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function buttonsIn(bar: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(bar?.querySelectorAll('button') ?? [])];
}

function makeStop(buttons: readonly HTMLButtonElement[], stop: HTMLButtonElement | undefined): void {
  if (!stop) return;
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}
