import { sessionKinds } from './templates/templates.ts';
import type { ProgrammeFile } from './file-shape.ts';
import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import type { Wording } from './programme.ts';
import { duplicateId } from './duplicate-id.ts';
import { checkTemplates } from './check-templates.ts';
import { quoted, quotedList } from './wording.ts';

/** Ids that stand twice, kinds that are none, and references to nobody. */
export function checkReferences(file: ProgrammeFile, outcomes?: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const places = idsOf('places', file.places, findings);
  const organisations = idsOf('organisations', file.organisations, findings);
  const people = idsOf('people', file.people, findings);
  idsOf('sessions', file.sessions, findings);
  const own = idsOf('kinds', file.kinds, findings);
  findings.push(...checkTemplates(file.kinds, outcomes));
  const kinds = new Set([...own.ids, ...KINDS]);

  const refer = (list: Target, id: string, path: JsonPath): void => {
    if (!list.ids.has(id)) findings.push(unknownReference(list, id, path));
  };
  for (const [index, id] of file.event.organisers.entries())
    refer(organisations, id, ['event', 'organisers', index]);
  for (const [index, id] of file.event.partners.entries())
    refer(organisations, id, ['event', 'partners', index]);
  for (const [index, { organisation }] of file.people.entries()) {
    if (organisation !== undefined) refer(organisations, organisation, ['people', index, 'organisation']);
  }
  for (const [index, session] of file.sessions.entries()) {
    const at = (...rest: JsonPath): JsonPath => ['sessions', index, ...rest];
    if (!kinds.has(session.kind)) findings.push(unknownKind(session.kind, kinds, at('kind')));
    if (session.place !== undefined) refer(places, session.place, at('place'));
    for (const [which, id] of session.speakers.entries()) refer(people, id, at('speakers', which));
    for (const [which, id] of session.hosts.entries()) refer(organisations, id, at('hosts', which));
  }
  return findings;
}

/** A list of the file that others refer to. */
interface Target {
  readonly list: 'places' | 'organisations' | 'people' | 'sessions' | 'kinds';
  readonly ids: ReadonlySet<string>;
  /** By the id as `bare` leaves it: what a slip of the pen may have meant. */
  readonly alike: ReadonlyMap<string, string>;
}

const KINDS: ReadonlySet<string> = new Set(sessionKinds.map(({ id }) => id));

function idsOf(list: Target['list'], items: readonly { readonly id: string }[], findings: Finding[]): Target {
  const ids = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (ids.has(id)) findings.push(duplicateId(list, id, [list, index, 'id']));
    ids.add(id);
  }
  return { list, ids, alike: new Map([...ids].map((id) => [bare(id), id])) };
}

function unknownKind(kind: string, kinds: ReadonlySet<string>, path: JsonPath): Finding {
  const name = quoted(kind);
  const known = quotedList([...kinds]);
  return {
    rule: 'unknown-kind',
    path,
    message: {
      fr: `${name.fr} n’est pas un genre de session connu. Écrivez l’un de ceux-ci\u00A0: ${known.fr}.`,
      en: `${name.en} is not a known kind of session. Write one of these: ${known.en}.`,
    },
  };
}

function unknownReference(target: Target, id: string, path: JsonPath): Finding {
  const name = quoted(id);
  const where = quoted(target.list);
  const near = target.alike.get(bare(id));
  return {
    rule: 'unknown-reference',
    path,
    message: withHint(near, {
      fr: `${name.fr} n’est pas dans ${where.fr}. Ajoutez-l’y ou corrigez l’identifiant.`,
      en: `${name.en} is not in ${where.en}. Add it there or correct the id.`,
    }),
  };
}

function withHint(near: string | undefined, message: Wording): Wording {
  if (near === undefined) return message;
  const name = quoted(near);
  return {
    fr: `${message.fr} Vouliez-vous écrire ${name.fr}\u202F?`,
    en: `${message.en} Did you mean ${name.en}?`,
  };
}

/** Without case, accents and punctuation, where people slip. */
function bare(id: string): string {
  return id
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
