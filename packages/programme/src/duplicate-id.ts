import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import { quoted } from './wording.ts';

/** An id that stands twice in a list. */
export function duplicateId(list: string, id: string, path: JsonPath): Finding {
  const name = quoted(id);
  const where = quoted(list);
  return {
    rule: 'duplicate-id',
    path,
    message: {
      fr: `L’identifiant ${name.fr} sert déjà plus haut dans ${where.fr}. Donnez-en un autre.`,
      en: `The id ${name.en} is already used further up in ${where.en}. Give another.`,
    },
  };
}
