/**
 * Puts a text on the clipboard; false where the browser does not allow it. Over plain http, as in a hall without
 * internet, browsers offer no clipboard, so a selection is copied the old way.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The permission may be denied; the old way needs none.
    }
  }
  return copySelection(text);
}

function copySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'visually-hidden';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  // Deprecated without a successor outside of secure pages.
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
