import type { Lang } from './model.ts';
import type { Programme } from './programme.ts';
import { readProgramme } from './read-programme.ts';
import english from './samples/summit-2016.en.json' with { type: 'json' };
import french from './samples/summit-2016.fr.json' with { type: 'json' };

/** The programme of the 1st European Pro Bono Summit (Paris, 2016) in a language: what a new server starts with. */
export function sample2016(lang: Lang): Programme {
  const read = readProgramme(sample2016Text(lang));
  if (!read.ok)
    throw new Error('the sample programme that comes with Plenary is broken', { cause: read.problems });
  return read.programme;
}

/** The same as the text of a programme file, to start one's own from. */
export function sample2016Text(lang: Lang): string {
  return `${JSON.stringify(FILES[lang], null, 2)}\n`;
}

const FILES = { fr: french, en: english } as const satisfies Readonly<Record<Lang, unknown>>;
