import type { ReactNodeViewProps } from '@tiptap/react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** How an outcome block looks and is begun: its icon, which toolbars and panels show too, and its node view. */
export interface BlockView {
  readonly icon: LucideIcon;
  readonly View: ComponentType<ReactNodeViewProps>;
  /** The view of its parts, for a block whose text has some. */
  readonly Part?: ComponentType<ReactNodeViewProps>;
  /** Typed at the start of an empty paragraph, and followed by a blank, each of these begins one; the first is shown. */
  readonly prefixes: readonly [string, ...string[]];
}
