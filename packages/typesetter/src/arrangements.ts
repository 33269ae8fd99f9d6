import type { Reduction } from '@plenary/exporters';

/** What the template is asked: to do without what the engine stumbles over, or to set all text a trifle smaller. */
interface Arrangement {
  readonly without?: Reduction;
  /** In points. */
  readonly size?: '10.3' | '10.1';
}

/**
 * What the template is asked, in turn, as long as the engine breaks down over what it has set: everything; everything
 * a trifle smaller, because what it stumbles over often only stands there where a page ends; the same plain; and what
 * holds nothing that it has ever stumbled over.
 */
export const ARRANGEMENTS: readonly Arrangement[] = [
  {},
  { size: '10.3' },
  { size: '10.1' },
  { without: 'plain' },
  { without: 'plain', size: '10.3' },
  { without: 'flat' },
];

/** The place of the first one that does without so much. */
export function placeOf(reduction: Reduction): number {
  return ARRANGEMENTS.findIndex(({ without }) => without === reduction);
}
