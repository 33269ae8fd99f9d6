import type { ReactNodeViewProps } from '@tiptap/react';

/** A picked value as its view shows it: `null` for none. Attributes may hold anything another program wrote. */
export function pickedValue({ node }: ReactNodeViewProps, name: string): string | null {
  const value: unknown = node.attrs[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
