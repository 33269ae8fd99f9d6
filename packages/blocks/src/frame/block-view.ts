import type { ReactNodeViewProps } from '@tiptap/react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** How an outcome block looks: its icon, which toolbars and panels show too, and its node view. */
export interface BlockView {
  readonly icon: LucideIcon;
  readonly View: ComponentType<ReactNodeViewProps>;
}
