import type { Direction, LanguageTag, Spoken } from '@plenary/report-ast';
import { directionOf } from '../language.ts';

/** Language attributes of an element; the direction is said where the language is, because browsers do not infer it. */
export function languageProps(lang: LanguageTag | undefined): { lang?: string; dir?: Direction } {
  return lang === undefined ? {} : { lang, dir: directionOf(lang) };
}

/** What a node says about its language; a direction of its own goes before that of the language. */
export function spokenProps({ lang, dir }: Spoken): { lang?: string; dir?: Direction } {
  if (lang === undefined) return dir === undefined ? NOTHING : { dir };
  return { ...languageProps(lang), ...(dir === undefined ? {} : { dir }) };
}

/** What nearly every node says. */
const NOTHING = {};
