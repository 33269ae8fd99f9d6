// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavedMark } from '../../collab/saved-mark.ts';
import { startI18n } from '../../i18n/i18n.ts';
import { SavedMarkView } from './saved-mark-view.tsx';

const at = new Date(2026, 9, 13, 14, 32, 7).getTime();
let place: HTMLElement;
let root: Root;
const show = (mark: SavedMark) => act(async () => root.render(<SavedMarkView mark={mark} />));
const seen = () => place.querySelector('[data-saved]');
const said = () => place.querySelector('[role=status]')?.textContent;

beforeAll(() => {
  localStorage.setItem('plenary/language', 'fr');
  startI18n();
});
beforeEach(() => {
  vi.useFakeTimers();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  vi.useRealTimers();
});

describe('saved mark', () => {
  it('names the time', async () => {
    await show({ state: 'saved', at, online: true });
    expect(seen()?.textContent).toContain('Enregistré à 14:32:07');
    expect(seen()?.getAttribute('data-saved')).toBe('saved');
  });

  it('does not look saved while offline, though the text is', async () => {
    await show({ state: 'saved', at, online: false });
    expect(seen()?.getAttribute('data-saved')).toBe('offline');
    expect(seen()?.textContent).toContain('Hors ligne, enregistré à 14:32:07');
  });

  it('says aloud what lasts, and nothing while one types', async () => {
    const later = () => act(() => void vi.advanceTimersByTime(3000));
    await show({ state: 'saving' });
    await later();
    await show({ state: 'saved', at, online: true });
    await later();
    expect(said()).toBe('');
    await show({ state: 'device' });
    expect(said()).toBe('');
    await later();
    expect(said()).toBe('Votre texte n’est que sur cet appareil.');
    await show({ state: 'saved', at, online: true });
    await later();
    expect(said()).toBe('Votre texte est enregistré.');
  });
});
