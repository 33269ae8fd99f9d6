import { FRONT_KINDS, type FrontDocument, type Lang, type ReportPlan, type Summit } from '@plenary/programme';
import { type Anchor, inlines, type Part, span } from '@plenary/report-ast';
import type { LoweredDocument } from './lower-document.ts';
import type { GroupDocument } from './report-input.ts';
import { WORDS } from './words.ts';

/** A document before the sections, on its way into the report. */
export interface FrontInHand {
  readonly front: FrontDocument;
  readonly anchor: Anchor;
  readonly title: string;
  /** Both undefined when the document is missing. */
  readonly source: GroupDocument | undefined;
  readonly document: LoweredDocument | undefined;
}

/** The documents before the sections, in order: those the plan prints, and those it does not. */
export function frontOrder(
  { front = [] }: Pick<Summit, 'front'>,
  plan: Pick<ReportPlan, 'front'>,
): { readonly printed: readonly FrontDocument[]; readonly leftOut: readonly FrontDocument[] } {
  const all = FRONT_KINDS.flatMap((kind) => front.filter((document) => document.front === kind));
  return {
    printed: all.filter((document) => plan.front[document.front]),
    leftOut: all.filter((document) => !plan.front[document.front]),
  };
}

/** The title of a document before the sections, in the language of the report. */
export function frontTitle({ front }: FrontDocument, lang: Lang): string {
  return WORDS[lang][front];
}

/** A part for each document before the sections in which something was written. */
export function frontParts(documents: readonly FrontInHand[], lang: Lang): Part[] {
  return documents.flatMap(({ front, anchor, title, document }): Part[] => {
    if (document === undefined || document.children.length === 0) return [];
    const { children } = document;
    if (front.lang === lang) return [{ anchor, kind: 'front', title: inlines(title), children }];
    // The title is the report's own word, in a part that is in another language.
    return [{ anchor, kind: 'front', lang: front.lang, title: [span({ lang }, title)], children }];
  });
}
