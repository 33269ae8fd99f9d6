import { contentFromTemplate, seedUpdate } from '@plenary/document';
import { isFront, type Group, type SeededGroup, type Summit, type Template } from '@plenary/programme';
import { frontTemplates, templateFor } from '@plenary/programme/templates';
import type { Context } from './context.ts';
import { findSession } from './lookup.ts';

/** The template a document of the summit starts from, in the language it is written in. */
export function templateOf(
  summit: Pick<Summit, 'sessions' | 'speakers' | 'kinds'>,
  document: Group,
): Template {
  if (isFront(document)) return frontTemplates[document.front].template[document.lang];
  return templateFor(findSession(summit, document.session), document.lang, summit.speakers, summit.kinds);
}

/** A new document with what it starts with. Throws `session-unknown`. */
export function seeded(
  { blocks }: Pick<Context, 'blocks'>,
  summit: Pick<Summit, 'sessions' | 'speakers' | 'kinds'>,
  group: Group,
): SeededGroup {
  return { group, seed: seedUpdate(contentFromTemplate(templateOf(summit, group)), blocks) };
}
