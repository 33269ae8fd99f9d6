import type { Reduction, TypesettingJob } from '@plenary/exporters';

/** What the template is asked: to do without what the engine stumbles over, or to set all text a trifle smaller. */
export interface Arrangement {
  readonly without?: Reduction;
  /** In points. */
  readonly size?: '10.3' | '10.1';
}

/** What the process that sets files is asked. */
export interface Request extends TypesettingJob {
  readonly fonts: readonly string[];
  /** In bytes; beyond it the process ends itself, or has no file to give. */
  readonly memoryLimit: number;
  /** Tried in turn; all there are, where absent. */
  readonly arrangements?: readonly Arrangement[];
}

/** What it answers. */
export type Answer =
  | {
      readonly kind: 'made';
      readonly pdf: Uint8Array;
      readonly complaint?: string;
      readonly reduction?: Reduction;
    }
  | { readonly kind: 'unreadable'; readonly pictures: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };
