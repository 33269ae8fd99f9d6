/** A ProseMirror shortcut as it stands on the keyboard: `Mod-Alt-1` is `Ctrl + Alt + 1`, or `⌘ ⌥ 1` on a Mac. `shift`: its name in words. */
export function readableKeys(keys: string, shift: string, mac = isMac()): string {
  const names = keys.split('-').map((key) => {
    if (key === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (key === 'Alt') return mac ? '⌥' : 'Alt';
    if (key === 'Shift') return mac ? '⇧' : shift;
    return SIGNS.get(key) ?? key.toUpperCase();
  });
  return names.join(mac ? ' ' : ' + ');
}

/** What is printed on the keys themselves. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['Enter', '↵'],
]);

/** Whether the key with the clover is the one for commands. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
