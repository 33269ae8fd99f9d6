// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, it } from 'vitest';
import { startI18n } from '../../i18n/i18n.ts';
import { Faces } from './faces.tsx';
import styles from './people.module.css';

beforeAll(() => {
  localStorage.setItem('plenary/language', 'fr');
  startI18n();
});

it.each([
  [1, [], []],
  [3, [], ['+1']],
  [4, [], ['+2']],
  [6, ['+2'], ['+4']],
])('%i people are as many faces and numbers on a desktop and on a phone', async (count, roomy, narrow) => {
  const people = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `Nom ${index}`,
    colour: index,
    writing: false,
  }));
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () => root.render(<Faces people={people} />));
  const shown = [...place.querySelectorAll(`.${styles['face']}`)];
  const onScreen = (without: string | undefined) =>
    shown.filter(({ classList }) => without === undefined || !classList.contains(without));
  const numbers = (faces: readonly Element[]) =>
    faces.map(({ textContent }) => textContent).filter((text) => text.startsWith('+'));
  expect(numbers(onScreen(styles['narrow']))).toEqual(roomy);
  expect(numbers(onScreen(styles['roomy']))).toEqual(narrow);
  for (const faces of [onScreen(styles['narrow']), onScreen(styles['roomy'])]) {
    const hidden = Number(numbers(faces)[0] ?? 0);
    expect(faces.length - numbers(faces).length + hidden).toBe(count);
  }
  await act(async () => root.unmount());
});
