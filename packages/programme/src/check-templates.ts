import { duplicateId } from './duplicate-id.ts';
import type { ProgrammeFile } from './file-shape.ts';
import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import { quoted, quotedList } from './wording.ts';

/** Parts of one template with one id, and outcomes that are none. */
export function checkTemplates(
  kinds: ProgrammeFile['kinds'],
  outcomes: readonly string[] | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const [index, { parts }] of kinds.entries()) {
    const ids = new Set<string>();
    for (const [which, part] of parts.entries()) {
      const at = (...rest: JsonPath): JsonPath => ['kinds', index, 'parts', which, ...rest];
      if (ids.has(part.id)) findings.push(duplicateId('parts', part.id, at('id')));
      ids.add(part.id);
      for (const [place, outcome] of part.expects.entries()) {
        if (outcomes !== undefined && !outcomes.includes(outcome))
          findings.push(unknownOutcome(outcome, outcomes, at('expects', place)));
      }
    }
  }
  return findings;
}

function unknownOutcome(outcome: string, outcomes: readonly string[], path: JsonPath): Finding {
  const name = quoted(outcome);
  const known = quotedList(outcomes);
  return {
    rule: 'unknown-outcome',
    path,
    message: {
      fr: `${name.fr} n’est pas un genre d’élément clé. Écrivez l’un de ceux-ci\u00A0: ${known.fr}.`,
      en: `${name.en} is not a kind of outcome. Write one of these: ${known.en}.`,
    },
  };
}
