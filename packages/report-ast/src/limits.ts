/**
 * How deep nodes may be nested below a part. The engine that makes the PDF refuses JSON nested deeper than about 120
 * levels, for the whole report; a node costs two levels (itself, its list of children), a detail of a callout two
 * more, and the way down to a part four: 2 × 40 + 2 + 4 = 86 leaves a good margin. People stay below 20: a list in
 * a list in a table in a section is 12.
 */
export const MAX_DEPTH = 40;

/** The highest number of an item: CommonMark reads nine digits, and no list needs more. */
export const MAX_LIST_NUMBER = 999_999_999;
