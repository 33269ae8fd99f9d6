import type * as z from 'zod';
import { expectationNamed } from './expectations.ts';
import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import { PROGRAMME_LIMITS } from './programme.ts';
import { quoted } from './wording.ts';

/** Puts what the shape check found into sentences: what stands there or is missing, and what to write. */
export function shapeFindings(error: z.ZodError, value: unknown): Finding[] {
  // Wrong values can be many and big; only those that can be shown are put into words.
  return error.issues.slice(0, PROGRAMME_LIMITS.problems).map(({ path, message }) => {
    const steps = path.filter((step) => typeof step !== 'symbol');
    return finding(steps, message, value);
  });
}

function finding(path: JsonPath, expected: string, root: unknown): Finding {
  const wanted = expectationNamed(expected);
  const found = valueAt(root, path);
  const key = path.at(-1);
  if (found === undefined && typeof key === 'string') {
    const name = quoted(key);
    return {
      rule: 'wrong-shape',
      path,
      message: {
        fr: `${name.fr} manque. Écrivez ${wanted.fr}.`,
        en: `${name.en} is missing. Write ${wanted.en}.`,
      },
    };
  }
  const stands = quoted(found);
  return {
    rule: 'wrong-shape',
    path,
    message: {
      fr: `${stands.fr} ne convient pas. Écrivez ${wanted.fr}.`,
      en: `${stands.en} does not fit here. Write ${wanted.en}.`,
    },
  };
}

function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    // An own key of an object: reading it gives a value of any type.
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
