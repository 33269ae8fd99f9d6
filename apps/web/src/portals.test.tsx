// @vitest-environment jsdom
import { createRoot } from 'react-dom/client';
import { createPortal } from 'react-dom';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';

describe('portals', () => {
  it('stay what they are when another comes or goes before them', async () => {
    const places = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, document.createElement('div')]));
    const root = createRoot(document.createElement('div'));
    const show = (...ids: readonly string[]) =>
      act(() =>
        root.render(<>{ids.map((id) => createPortal(<input id={id} />, places[id] ?? document.body, id))}</>),
      );
    await show('b', 'c');
    const before = places['c']?.firstElementChild;
    expect(before?.id).toBe('c');
    await show('a', 'b', 'c');
    await show('a', 'c');
    expect(places['c']?.firstElementChild).toBe(before);
  });
});
