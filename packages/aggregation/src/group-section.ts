import type { Lang, Summit } from '@plenary/programme';
import {
  type Anchor,
  type Block,
  callout,
  paragraph,
  section,
  singleLine,
  type Section,
} from '@plenary/report-ast';
import type { LoweredDocument } from './lower-document.ts';
import { momentIn } from './moment.ts';
import type { PlacedGroup } from './programme-order.ts';
import type { GroupDocument } from './report-input.ts';
import { listed, shortFingerprint, WORDS } from './words.ts';

/** A group with its document and its section, on their way into the report. */
export interface ReportGroup extends GroupInHand {
  readonly section: Section;
  /** Nothing was written, and its kind of session then leaves nothing in the report. */
  readonly leftOut: boolean;
}

/** A group with its document. */
export interface GroupInHand {
  readonly placed: PlacedGroup;
  readonly anchor: Anchor;
  /** The title of its section, fit to print. */
  readonly title: string;
  /** Both undefined when the document is missing. */
  readonly source: GroupDocument | undefined;
  readonly document: LoweredDocument | undefined;
}

/** A group's section: the question it worked on, the exact version this is, who wrote it, and what they wrote. */
export function groupSection(group: GroupInHand, timezone: string, lang: Lang): Section {
  const { placed, anchor, title, source, document } = group;
  const foreign = placed.group.lang !== lang && { lang: placed.group.lang };
  const words = WORDS[lang];
  const prose = document?.children ?? [paragraph(words.unreadable)];
  return section({ anchor, title: singleLine(title), ...foreign }, [
    ...questionOf(placed, lang),
    ...(source ? headOf(source, timezone, lang) : []),
    ...(prose.length > 0 ? prose : [paragraph(words.nothingWritten)]),
  ]);
}

/** Everything `groupSection` looks at beside the document: while it stays, so does the section. */
export function sectionDepends(group: GroupInHand, timezone: string, lang: Lang): readonly unknown[] {
  const { placed, anchor, title, source } = group;
  const { seq, hash, signOff, contributors = [] } = source ?? {};
  const signed = [signOff?.by, signOff?.at, timezone];
  const state = [seq, hash, ...signed, contributors.join('\n')];
  return [anchor, title, lang, placed.group.lang, placed.session?.question, ...state];
}

/** The state of a document in words: signed by whom and when, or open. */
export function stateOf(
  { signOff }: GroupDocument,
  { timezone }: Pick<Summit, 'timezone'>,
  lang: Lang,
): string {
  const words = WORDS[lang];
  return signOff ? words.signed(signOff.by, momentIn(signOff.at, timezone, lang)) : words.open;
}

function questionOf({ session }: PlacedGroup, lang: Lang): Block[] {
  const question = singleLine(session?.question ?? '').trim();
  if (question === '') return [];
  return [callout({ tone: 'accent', label: WORDS[lang].question }, [paragraph(question)])];
}

function headOf(source: GroupDocument, timezone: string, lang: Lang): Block[] {
  const words = WORDS[lang];
  const state = words.stateLine(
    stateOf(source, { timezone }, lang),
    source.seq,
    shortFingerprint(source.hash),
  );
  const names = source.contributors;
  return [
    paragraph(singleLine(state)),
    ...(names.length > 0 ? [paragraph(singleLine(words.writtenBy(listed(names, lang))))] : []),
  ];
}
