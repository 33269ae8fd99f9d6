import type { JsonPath } from './json-path.ts';
import type { ProgrammeRule, Wording } from './programme.ts';

/** Something wrong at a path of a programme file; reading adds the line. */
export interface Finding {
  readonly rule: ProgrammeRule;
  readonly path: JsonPath;
  readonly message: Wording;
}
