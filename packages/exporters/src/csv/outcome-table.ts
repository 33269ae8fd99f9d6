import type { LanguageTag, Report } from '@plenary/report-ast';
import { pickedText, type ToldOutcome, toldOutcomes } from '../outcomes/told-outcomes.ts';

/**
 * The outcomes as rows under a row of names. First what people read, in the language of the report; then what programs read:
 * ids, and what was picked under the keys it has in the JSON format, dates as dates.
 */
export function outcomeTable(report: Report): readonly (readonly string[])[] {
  const told = toldOutcomes(report);
  const labels = unique(told.flatMap(({ details }) => details.map(({ label }) => label)));
  const keys = unique(told.flatMap(({ outcome }) => Object.keys(outcome.data).toSorted()));
  const names = report.lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
  const head = [names.kind, names.text, ...labels, names.part, names.section, names.link, ...IDS, ...keys];
  return [head, ...told.map((one) => rowOf(one, labels, keys, report.lang))];
}

const IDS = ['id', 'kind', 'group', 'session'] as const;

function rowOf(
  { outcome, label, text, details, part, sections }: ToldOutcome,
  labels: readonly string[],
  keys: readonly string[],
  lang: LanguageTag,
): readonly string[] {
  const picked = labels.map((name) =>
    details
      .filter((detail) => detail.label === name)
      .map(({ value }) => value)
      .join(lang.startsWith('fr') ? '\u00A0; ' : '; '),
  );
  const link = outcome.anchor === undefined ? '' : `#${outcome.anchor}`;
  return [
    label,
    text,
    ...picked,
    part,
    sections.join(' › '),
    link,
    ...IDS.map((key) => outcome[key]),
    ...keys.map((key) => pickedText(outcome, key)),
  ];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

const fr = { kind: 'Nature', text: 'Texte', part: 'Partie', section: 'Section', link: 'Lien' };
const en = { kind: 'Kind', text: 'Text', part: 'Part', section: 'Section', link: 'Link' };
