import { FRONT_KINDS, frontId, type FrontDocument, type Summit } from '@plenary/programme';
import { frontTemplates } from '@plenary/programme/templates';
import type { Context } from './context.ts';
import { seeded } from './template-of.ts';

/** What stands before the sections of a new summit's report, in the language of the summit. */
export function frontOf({ id, lang }: Pick<Summit, 'id' | 'lang'>): readonly FrontDocument[] {
  return FRONT_KINDS.map((front) => ({
    id: frontId(id, front),
    session: '',
    title: frontTemplates[front].label[lang],
    lang,
    front,
  }));
}

/** The summit with what stands before its sections: made now for a summit that is older than these documents. */
export async function withFront(context: Context, summit: Summit): Promise<Summit> {
  const known = new Set((summit.front ?? []).map(({ front }) => front));
  const missing = frontOf(summit).filter(({ front }) => !known.has(front));
  if (missing.length === 0) return summit;
  for (const document of missing) {
    try {
      await context.summits.addGroup(summit.id, seeded(context, summit, document), context.now());
    } catch (error) {
      // Two who ask first, at once: the other one has made it.
      if ((await context.documents.head(document.id)) === undefined) throw error;
    }
  }
  return (await context.summits.summit(summit.id)) ?? summit;
}
