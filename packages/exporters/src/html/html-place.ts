import type { Assets } from '../assets.ts';
import type { FormatWords } from '../words.ts';
import type { Notes } from './notes.ts';

/** What a node has to know of its surroundings. */
export interface HtmlPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
  readonly notes: Notes;
  readonly assets: Assets;
}
