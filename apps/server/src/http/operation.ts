import type { z } from 'zod';

/** A route as the description of the interface has it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly request?: z.ZodType;
  /** The request's body is a file of one of these kinds, as it is. */
  readonly file?: readonly string[];
  readonly status?: number;
  /** Absent: the answer is not JSON, and `media` says what it is. */
  readonly response?: z.ZodType;
  readonly media?: string;
  /** What may stand behind the question mark. */
  readonly query?: Readonly<Record<string, z.ZodType>>;
}
