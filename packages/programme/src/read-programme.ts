import { checkReferences } from './check-references.ts';
import { checkTimes } from './check-times.ts';
import { dayPlan } from './day-plan.ts';
import { programmeFile, type ProgrammeFile } from './file-shape.ts';
import { planGroups } from './groups.ts';
import { jsonPath, type JsonPath } from './json-path.ts';
import { readJson, type JsonSource } from './json-source.ts';
import type { Lang } from './model.ts';
import { PROGRAMME_LIMITS, type Programme, type ProgrammeProblem } from './programme.ts';
import type { Finding } from './finding.ts';
import { ownKinds } from './own-kinds.ts';
import { shapeFindings } from './shape-findings.ts';
import { slugOf } from './slug.ts';
import { tooLarge, tooManyGroups, tooManySessions } from './size-findings.ts';

/** A programme, or everything that is wrong with its file, in the order of its lines. */
export type ReadProgramme =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly problems: readonly ProgrammeProblem[] };

/**
 * Reads a programme file in Plenary's own JSON. Never throws: whatever the text is, the answer is a whole
 * programme or between 1 and 20 problems with their lines. `lang` is the language of a file that names none;
 * `outcomes` are the kinds of outcome a template can hope for, any where it is absent.
 */
export function readProgramme(text: string, lang: Lang = 'fr', outcomes?: readonly string[]): ReadProgramme {
  if (text.length > PROGRAMME_LIMITS.length) return failed([tooLarge()]);
  // Editors on Windows put a byte order mark first; it is no part of the text.
  const source = readJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if ('rule' in source) return failed([source]);

  const shape = programmeFile.safeParse(source.value);
  if (!shape.success) {
    return failed([...source.repeatedKeys, ...located(source, shapeFindings(shape.error, source.value))]);
  }
  const file = shape.data;
  if (file.sessions.length > PROGRAMME_LIMITS.sessions)
    return failed(located(source, [tooManySessions(file)]));

  const plan = dayPlan(file);
  const problems = [
    ...source.repeatedKeys,
    ...located(source, [...checkReferences(file, outcomes), ...checkTimes(file), ...plan.findings]),
  ];
  if (problems.length > 0) return failed(problems);

  const programme = programmeOf(file, plan.days, file.lang ?? lang);
  const groups = planGroups(programme).length;
  if (groups > PROGRAMME_LIMITS.groups) return failed(located(source, [tooManyGroups(groups)]));
  return { ok: true, programme };
}

function failed(problems: readonly ProgrammeProblem[]): ReadProgramme {
  const byLine = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ok: false, problems: byLine.slice(0, PROGRAMME_LIMITS.problems) };
}

/** Finding a line walks the tree, so no more findings are located than can be shown. */
function located(source: JsonSource, findings: readonly Finding[]): ProgrammeProblem[] {
  return findings.slice(0, PROGRAMME_LIMITS.problems).map(({ rule, path, message }) => ({
    rule,
    line: source.lineOf(path),
    path: jsonPath(path satisfies JsonPath),
    message,
  }));
}

function programmeOf(file: ProgrammeFile, days: Programme['days'], lang: Lang): Programme {
  const { event } = file;
  const kinds = ownKinds(file);
  return {
    slug: slugOf(event.id ?? event.title),
    title: event.title,
    ...given({ theme: event.theme }),
    themeQuestions: event.themeQuestions,
    lang,
    timezone: event.timezone ?? 'UTC',
    ...given({ city: event.city }),
    start: event.start,
    end: event.end,
    hosts: once(event.organisers),
    partners: once(event.partners),
    places: file.places,
    organisations: file.organisations,
    speakers: file.people.map(({ id, name, role, organisation }) => ({
      id,
      name,
      ...given({ role, organisation }),
    })),
    days,
    sessions: file.sessions.map(sessionOf),
    ...(kinds.length > 0 && { kinds }),
  };
}

function sessionOf(session: ProgrammeFile['sessions'][number]): Programme['sessions'][number] {
  const { id, kind, title, question, date, place, start, end, timeAsGiven, topics } = session;
  return {
    id,
    kind,
    title,
    date,
    ...given({ question, place, start, end, timeAsGiven }),
    speakers: once(session.speakers),
    hosts: once(session.hosts),
    topics,
  };
}

/** Naming somebody twice in one list adds nobody. */
function once(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** Without the properties that are undefined: absent and undefined are not the same when stored as JSON and read again. */
function given<Values extends Readonly<Record<string, string | undefined>>>(
  values: Values,
): { readonly [Key in keyof Values]?: string } {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  // Exactly the entries of `values` whose value is a string.
  return Object.fromEntries(present) as { readonly [Key in keyof Values]?: string };
}
