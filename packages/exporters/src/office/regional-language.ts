import type { LanguageTag } from '@plenary/report-ast';
import { languageParts } from '../language.ts';

/** A language with the region a word processor keeps a dictionary for, where the tag names none: `fr` is looked up as `fr-FR`. */
export function regionalLanguage(lang: LanguageTag): LanguageTag {
  const { language, region, script } = languageParts(lang);
  if (region !== undefined) return script === undefined ? `${language}-${region}` : lang;
  const home = HOMES.get(language) ?? (SAME.has(language) ? language.toUpperCase() : undefined);
  return home === undefined || script !== undefined ? lang : `${language}-${home}`;
}

/** Languages whose home is called like them. */
const SAME = new Set('bg de es fi fr hr hu is it lt lv mk mt nl pl pt ro ru sk tr'.split(' '));

const HOMES: ReadonlyMap<string, string> = new Map([
  ['ar', 'SA'],
  ['ca', 'ES'],
  ['cs', 'CZ'],
  ['cy', 'GB'],
  ['da', 'DK'],
  ['el', 'GR'],
  ['en', 'GB'],
  ['et', 'EE'],
  ['eu', 'ES'],
  ['ga', 'IE'],
  ['he', 'IL'],
  ['ja', 'JP'],
  ['ko', 'KR'],
  ['nb', 'NO'],
  ['no', 'NO'],
  ['sl', 'SI'],
  ['sq', 'AL'],
  ['sr', 'RS'],
  ['sv', 'SE'],
  ['uk', 'UA'],
  ['zh', 'CN'],
]);
