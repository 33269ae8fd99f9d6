import { describe, expect, it } from 'vitest';
import { readableKeys } from './readable-keys.ts';

describe('readable keys', () => {
  it('are those on the keyboard', () => {
    expect(readableKeys('Mod-Alt-1', 'Maj', false)).toBe('Ctrl + Alt + 1');
    expect(readableKeys('Mod-Shift-z', 'Maj', false)).toBe('Ctrl + Maj + Z');
    expect(readableKeys('Mod-Shift-z', 'Maj', true)).toBe('⌘ ⇧ Z');
  });
});
