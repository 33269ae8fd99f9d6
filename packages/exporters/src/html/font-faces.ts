import serifItalic from './fonts/source-serif-4-italic.json' with { type: 'json' };
import serif from './fonts/source-serif-4-normal.json' with { type: 'json' };
import sans from './fonts/source-sans-3-normal.json' with { type: 'json' };

/**
 * The two families of the house inside the page itself, so that it reads the same on every machine and asks nobody.
 * The letters of western Europe come along always, those of the rest of it where the text has any.
 */
export function fontFaces(text: string): string {
  const subsets = OTHER_LATIN.test(text) ? SUBSETS : SUBSETS.slice(0, 1);
  return FACES.flatMap(({ family, style, weights, files }) =>
    subsets.map(
      ({ name, range }) =>
        `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weights}; font-display: block; ` +
        `src: url(data:font/woff2;base64,${files[name]}) format("woff2"); unicode-range: ${range}; }\n`,
    ),
  ).join('');
}

const FACES = [
  { family: 'Source Serif 4', style: 'normal', weights: '200 900', files: serif },
  { family: 'Source Serif 4', style: 'italic', weights: '200 900', files: serifItalic },
  { family: 'Source Sans 3', style: 'normal', weights: '200 900', files: sans },
] as const;

// As the files were cut by who publishes them.
const SUBSETS = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    name: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
] as const;

/** A letter that only the second subset has. */
const OTHER_LATIN =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02BA\u02BD-\u02C5\u02DD-\u02FF\u1D00-\u1DBF\u1E00-\u1E9F\u1EF2-\u1EFF\u2020\u20A0-\u20AB\u20AD-\u20C4\u2113\u2C60-\u2C7F\uA720-\uA7FF]/;
