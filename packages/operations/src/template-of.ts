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
  const template = isFront(document)
    ? frontTemplates[document.front].template[document.lang]
    : templateFor(findSession(summit, document.session), document.lang, summit.speakers, summit.kinds);
  return summit.kinds === undefined ? withoutLimits(template) : template;
}

/**
 * A summit that keeps no kinds was made before any did, and before parts had limits: what was asked of its writers then
 * is asked now. Headings and prompts have not changed since; whoever changes one has to store the old kinds first.
 */
function withoutLimits({ parts, ...template }: Template): Template {
  return { ...template, parts: parts.map(({ words: _words, required: _required, ...part }) => part) };
}

/** A new document with what it starts with. Throws `session-unknown`. */
export function seeded(
  { blocks }: Pick<Context, 'blocks'>,
  summit: Pick<Summit, 'sessions' | 'speakers' | 'kinds'>,
  group: Group,
): SeededGroup {
  return { group, seed: seedUpdate(contentFromTemplate(templateOf(summit, group)), blocks) };
}
