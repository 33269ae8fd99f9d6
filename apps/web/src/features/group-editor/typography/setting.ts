/** Whether the typography of the language is minded while this person types: remembered on this device. */
export function mindsTypography(): boolean {
  on ??= stored();
  return on;
}

/** Turns it on or off. */
export function mindTypography(value: boolean): void {
  on = value;
  try {
    if (value) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // A device that stores nothing keeps the choice until the page is closed.
  }
}

const STORED = 'plenary/typography';
let on: boolean | undefined;

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}
