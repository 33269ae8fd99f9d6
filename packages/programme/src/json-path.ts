/** Keys and indexes from the root of a JSON value. */
export type JsonPath = readonly (string | number)[];

/** A path as people write it: `sessions[3].speakers[0]`. A key that is no plain word is put in brackets. */
export function jsonPath(path: JsonPath): string {
  let written = '';
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) written += `[${JSON.stringify(step.slice(0, LONGEST_KEY))}]`;
    else written += written === '' ? step : `.${step}`;
  }
  return written;
}

/** A path is read in a line of a terminal; no key of the format has more than 14 characters. */
const LONGEST_KEY = 60;
const PLAIN_KEY = /^[A-Za-z_][\w-]{0,59}$/u;
