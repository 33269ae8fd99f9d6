import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { en } from '../../../i18n/messages/en.ts';
import { fr } from '../../../i18n/messages/fr.ts';
import { correctionOf } from './rules.ts';

/** What is on the page when these letters have been typed one after the other. */
function typed(text: string, lang: string): string {
  let line = '';
  for (const letter of text) {
    const found = correctionOf(line, letter, lang);
    line = found ? line.slice(0, line.length - found.remove) + found.insert : line + letter;
  }
  return line;
}

/** No-break spaces made visible: `_` the narrow one, `~` the other. */
const visible = (text: string) => text.replaceAll('\u202F', '_').replaceAll('\u00A0', '~');

describe('French', () => {
  it.each([
    ['Quoi ?', 'Quoi_?'],
    ['Quoi?', 'Quoi_?'],
    ['Oui ! Non ; peut-être : voilà', 'Oui_! Non_; peut-être~: voilà'],
    ['Vraiment ?!', 'Vraiment_?!'],
    ['Oui !!!', 'Oui_!!!'],
    ['(?)', '(?)'],
    ['à 14:30 et 3:1', 'à 14:30 et 3:1'],
    ['en 2016 : rien', 'en 2016~: rien'],
    ["l'équipe d'aujourd'hui", 'l’équipe d’aujourd’hui'],
    ['il dit "bonjour" et part', 'il dit «~bonjour~» et part'],
    ['il dit "bonjour !"', 'il dit «~bonjour_!~»'],
    ['"Bonjour" dit-il', '«~Bonjour~» dit-il'],
    ['« mot »', '«~mot~»'],
    ['«mot»', '«~mot~»'],
    ['l\'"autre"', 'l’«~autre~»'],
    ['un écran de 15"', 'un écran de 15"'],
    ['voir https://exemple.org/a?b=c;d:e', 'voir https://exemple.org/a?b=c;d:e'],
    ['voir exemple.org/a?b et www.x.fr?c', 'voir exemple.org/a?b et www.x.fr?c'],
    ['mailto:ada@exemple.org', 'mailto:ada@exemple.org'],
    ['! Une recommandation', '! Une recommandation'],
    ['!! Une décision', '!! Une décision'],
    ['? Une question', '? Une question'],
    ['" Une citation', '" Une citation'],
    ['100 % : oui', '100 %~: oui'],
  ])('%s', (text, expected) => {
    expect(visible(typed(text, 'fr'))).toBe(expected);
  });
});

describe('English', () => {
  it.each([
    ['he said "hello" to her', 'he said “hello” to her'],
    ['"Hello," he said', '“Hello,” he said'],
    ["it's the group's", 'it’s the group’s'],
    ["a 'quoted' word", 'a ‘quoted’ word'],
    ['("so")', '(“so”)'],
    ['Really? Yes! At 14:30; fine', 'Really? Yes! At 14:30; fine'],
    ['" A quote', '" A quote'],
    ['https://x.org/a"b\'c', 'https://x.org/a"b\'c'],
  ])('%s', (text, expected) => {
    expect(typed(text, 'en-GB')).toBe(expected);
  });
});

it.each(['de', 'ar', '', 'no language', 'constructor'])('“%s” has no rules here', (lang) => {
  expect(typed('Was? "Ja!" d\'accord: «x»', lang)).toBe('Was? "Ja!" d\'accord: «x»');
});

const textsOf = (catalogue: object): readonly string[] =>
  Object.values(catalogue).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsOf(value) : [],
  );

describe('what is typed correctly stays as it is', () => {
  test.each(textsOf(fr).filter((text) => !text.includes('{{')))('fr: %s', (text) => {
    expect(typed(text, 'fr')).toBe(text);
  });
  test.each(textsOf(en).filter((text) => !text.includes('{{')))('en: %s', (text) => {
    expect(typed(text, 'en')).toBe(text);
  });
});

/** Letters, marks and spaces of every kind, thrown together. */
const line = fc
  .array(fc.constantFrom(...'ab é1 !?;:«»"\'’“”()-/.,\u00A0\u202F'.split('')), { maxLength: 40 })
  .map((letters) => letters.join(''));
/** Without the spaces, and with every quotation mark and apostrophe as the keyboard has it. */
const bare = (text: string) =>
  text
    .replaceAll(/\s/gu, '')
    .replaceAll(/[«»“”]/gu, '"')
    .replaceAll(/[‘’]/gu, "'");

describe('whatever is typed', () => {
  it.each(['fr', 'en'])('loses no letter in %s', (lang) => {
    fc.assert(
      fc.property(line, (text) => {
        expect(bare(typed(text, lang))).toBe(bare(text));
      }),
    );
  });

  it('has every space of French before its signs, once they are written', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(visible(typed(text, 'fr'))).not.toMatch(/[a-zé)] ?[!?;]|[a-zé)] ?:/u);
      }),
    );
  });
});

const DATA = join(import.meta.dirname, '../../../../../../../shared/data/notes');

describe.skipIf(!existsSync(DATA))('notes of others (skipped where ../shared/data is absent)', () => {
  const files = globSync('fr-*/**/*', { cwd: DATA, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DATA, join(entry.parentPath, entry.name)));

  test('are there', () => expect(files.length).toBeGreaterThan(5));

  test.each(files)('%s is typed without losing a letter, and typed again it stays', (file) => {
    for (const text of readFileSync(join(DATA, file), 'utf8').split('\n').slice(0, 400)) {
      const once = typed(text, 'fr');
      expect(bare(once)).toBe(bare(text));
      expect(typed(once, 'fr')).toBe(once);
    }
  });
});
