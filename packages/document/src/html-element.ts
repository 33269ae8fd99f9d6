/** What is asked of an HTML element when it is read; this package knows no DOM. */
export interface HtmlElement {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
}

/** A whole number from an attribute of HTML, or null where it is none or out of bounds. */
export function wholeNumber(text: string | null, from: number, to: number): number | null {
  const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

/** Throws, as ProseMirror wants it, where an attribute holds what it may not. */
export function refuse(isWrong: boolean, what: string): void {
  if (isWrong) throw new RangeError(`${what}.`);
}
