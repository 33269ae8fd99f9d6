import type { Reduction, TypesettingJob } from '@plenary/exporters';

/** What the process that sets files is asked. */
export interface Request extends TypesettingJob {
  readonly fonts: readonly string[];
  /** In bytes; beyond it the process ends itself, or has no file to give. */
  readonly memoryLimit: number;
}

/** What it answers. */
export type Answer =
  | {
      readonly kind: 'made';
      readonly pdf: Uint8Array;
      readonly complaint?: string;
      readonly reduction?: Reduction;
      readonly next?: number;
    }
  | { readonly kind: 'unreadable'; readonly pictures: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };
