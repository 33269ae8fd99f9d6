import slugify from '@sindresorhus/slugify';
import * as z from 'zod';
import type { FrontKind, Lang, Session, Speaker, Summit } from '../model.ts';
import type { Programme } from '../programme.ts';
import type { FrontTemplate, KindTemplatePart, SessionKind, Template, TemplatePart } from '../template.ts';
import barCamp from './bar-camp.json' with { type: 'json' };
import fieldVisits from './field-visits.json' with { type: 'json' };
import editorial from './front/editorial.json' with { type: 'json' };
import summary from './front/summary.json' with { type: 'json' };
import roundTable from './round-table.json' with { type: 'json' };
import speedDating from './speed-dating.json' with { type: 'json' };
import strategy from './strategy.json' with { type: 'json' };
import workingGroup from './working-group.json' with { type: 'json' };
import workshop from './workshop.json' with { type: 'json' };

const partId = z.string().regex(/^[a-z0-9-]+$/u);
const part = z.object({
  id: partId,
  heading: z.string().min(1),
  prompt: z.string().min(1),
  expects: z.array(z.string().regex(/^[a-z-]+$/u)),
  words: z.int().min(1).exactOptional(),
  required: z.boolean().exactOptional(),
  repeat: z.literal('speakers').exactOptional(),
});
const template = z.object({
  parts: z
    .array(part)
    .min(1)
    .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, 'part ids must differ'),
});
const templates = z
  .object({ fr: template, en: template })
  .refine(({ fr, en }) => sameParts(fr.parts, en.parts), 'the languages must have the same parts in order');
const label = z.object({ fr: z.string().min(1), en: z.string().min(1) });
const kind = z.object({
  id: partId,
  documentPerHost: z.boolean(),
  leavesNothingWhenEmpty: z.boolean().exactOptional(),
  label,
  template: templates,
});
const front = z.object({ id: partId, label, template: templates });

/** The kinds of session that exist, in the order a programme usually has them. */
export const sessionKinds: readonly SessionKind[] = [
  roundTable,
  speedDating,
  fieldVisits,
  workingGroup,
  workshop,
  barCamp,
  strategy,
].map((file) => kind.parse(file));

/** The documents before the sections, by kind. */
export const frontTemplates: Readonly<Record<FrontKind, FrontTemplate>> = {
  editorial: front.parse(editorial),
  summary: front.parse(summary),
};

const BY_ID: ReadonlyMap<string, SessionKind> = new Map(sessionKinds.map((each) => [each.id, each]));

/** The kind with that id, if there is one. Those of a summit, `own`, count before the program's. */
export function sessionKind(id: string, own: readonly SessionKind[] = []): SessionKind | undefined {
  return own.find((each) => each.id === id) ?? BY_ID.get(id);
}

/** All kinds of a summit: its own, then those of the program that it does not have itself. */
export function kindsOf({ kinds = [] }: Pick<Summit, 'kinds'>): readonly SessionKind[] {
  const own = new Set(kinds.map(({ id }) => id));
  return [...kinds, ...sessionKinds.filter(({ id }) => !own.has(id))];
}

/** The kinds its sessions have, as they are now: what a summit keeps when it is made. */
export function kindsUsed(programme: Pick<Programme, 'kinds' | 'sessions'>): readonly SessionKind[] {
  const used = new Set(programme.sessions.map((session) => session.kind));
  const own = new Set(programme.kinds?.map(({ id }) => id));
  return kindsOf(programme).filter(({ id }) => used.has(id) || own.has(id));
}

/**
 * The template of a session's documents in a language. A part that repeats becomes one part for each of the
 * session's speakers, in order, headed by the name; without speakers it stays one. `speakers` are those of
 * the summit, `own` the kinds it keeps. Throws when the kind of the session is unknown, which no programme that was read can have.
 */
export function templateFor(
  session: Pick<Session, 'kind' | 'speakers'>,
  lang: Lang,
  speakers: readonly Speaker[],
  own: readonly SessionKind[] = [],
): Template {
  const found = sessionKind(session.kind, own);
  if (found === undefined) throw new RangeError(`there is no session kind "${session.kind}"`);
  const taking = session.speakers.flatMap((id) => speakers.filter((speaker) => speaker.id === id));
  const taken = new Set(found.template[lang].parts.map(({ id }) => id));
  return { parts: found.template[lang].parts.flatMap((each) => resolve(each, taking, taken)) };
}

function resolve(source: KindTemplatePart, speakers: readonly Speaker[], taken: Set<string>): TemplatePart[] {
  const { repeat, ...plain } = source;
  if (repeat === undefined || speakers.length === 0) return [plain];
  return speakers.map((speaker) => ({
    ...plain,
    id: freeId(`${plain.id}-${slugify(speaker.id)}`, taken),
    heading: speaker.name,
  }));
}

/** Two speakers' ids can become one when simplified; the part's must differ. */
function freeId(wanted: string, taken: Set<string>): string {
  const base = wanted.replaceAll(/[^a-z0-9-]/gu, '').replace(/-+$/u, '');
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}

type PartList = readonly {
  readonly id: string;
  readonly expects: readonly string[];
  readonly words?: number;
  readonly required?: boolean;
  readonly repeat?: string;
}[];

function sameParts(first: PartList, second: PartList): boolean {
  const shape = (parts: PartList): string =>
    JSON.stringify(
      parts.map(({ id, expects, words, required, repeat }) => [id, expects, words, required, repeat]),
    );
  return shape(first) === shape(second);
}
