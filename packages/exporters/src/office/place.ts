import type { Direction, LanguageTag, Spoken } from '@plenary/report-ast';
import { directionOf } from '../language.ts';

/** What the places of all office files know: who speaks there, and how much room there is. */
interface Place {
  readonly lang: LanguageTag;
  readonly dir: Direction;
  /** From edge to edge of the column, in twentieths of a point. */
  readonly width: number;
  /** Of it, how much paragraphs stand in from its beginning. */
  readonly indent: number;
}

/** The same place for who speaks another language there. */
export function spokenPlace<Here extends Place>(place: Here, { lang, dir }: Spoken): Here {
  if (lang === undefined && dir === undefined) return place;
  return {
    ...place,
    lang: lang ?? place.lang,
    dir: dir ?? (lang === undefined ? place.dir : directionOf(lang)),
  };
}

/** The same place further in, as far as there stays room for words. */
export function indented<Here extends Place>(place: Here, by: number): Here {
  const furthest = place.width - Math.min(LEAST_ROOM, Math.floor(place.width / 2));
  return { ...place, indent: Math.max(place.indent, Math.min(place.indent + by, furthest)) };
}

/** 5 cm, two or three words a line; half of what is narrower than that. */
const LEAST_ROOM = 2835;
