/** `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** One of `THEMES`. */
export type Theme = (typeof THEMES)[number];

/** public/theme.js reads the same key before the first paint. */
const STORED = 'plenary/theme';

/** The theme chosen on this device. */
export function chosenTheme(): Theme {
  const marked = document.documentElement.dataset['theme'];
  return THEMES.find((theme) => theme === marked) ?? 'system';
}

/** Shows the page in a theme and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, theme);
  } catch {
    // A device that stores nothing keeps the choice until the page is closed.
  }
}
