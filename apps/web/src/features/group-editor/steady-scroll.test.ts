// @vitest-environment jsdom
import { doc, p } from '@plenary/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { steadyScroll } from './steady-scroll.ts';
import { pairWith } from './testing/people.ts';

let laidOut: (() => void)[] = [];
beforeEach(() => {
  laidOut = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        laidOut.push(callback);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => void vi.unstubAllGlobals());

it('looks where the caret is once the page is laid out, and only where others have changed its height', () => {
  const { ada, ben, meet } = pairWith(doc(p('one'), p('two')), [steadyScroll]);
  vi.spyOn(ada.view, 'hasFocus').mockReturnValue(true);
  const scrolled = vi.fn();
  ada.on('transaction', ({ transaction }) => void (transaction.scrolledIntoView && scrolled()));
  /** Whether scrolling is put off. */
  const isPutOff = (): boolean => {
    // jsdom lays nothing out, so the editor of this test is told to scroll nowhere; here it is asked without that.
    ada.view.setProps({ handleScrollToSelection: () => false });
    const taken = ada.view.someProp('handleScrollToSelection', (take) => take(ada.view));
    ada.view.setProps({ handleScrollToSelection: () => true });
    return taken === true;
  };
  const layOut = (): void => laidOut.forEach((observe) => observe());

  ada.commands.insertContentAt(1, 'a');
  expect(isPutOff()).toBe(false);
  layOut();
  expect(scrolled).not.toHaveBeenCalled();

  ben.commands.insertContentAt(2, 'b');
  meet();
  scrolled.mockClear();
  expect(isPutOff()).toBe(true);
  layOut();
  layOut();
  expect(scrolled).toHaveBeenCalledOnce();
});
