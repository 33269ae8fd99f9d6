import type { DocumentLeaf } from './document-leaves.ts';

/** Words of the sources that a reader of the report must find, in one piece and in their place. */
export interface Leaf {
  /** Group id. */
  readonly group: string;
  /** Title of the group's section: the name people know it by. */
  readonly title: string;
  /** Id of the outcome block the words stand in, when there is one. */
  readonly block?: string;
  /** `frame`: a title, question or name around the group's words; the others are its own words. */
  readonly kind: DocumentLeaf['kind'] | 'frame';
  /** Where in the report: each outcome is found in its section, and again in the synthesis. */
  readonly place: 'section' | 'synthesis' | 'provenance';
  /** With every white space folded to one blank; never empty. */
  readonly text: string;
}
