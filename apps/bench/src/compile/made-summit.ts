import { blocks } from '@plenary/blocks';
import type { DocNode, OutcomeBlock } from '@plenary/document';
import type { GroupDocument, ReportInput } from '@plenary/aggregation';
import type { Group, Session, Summit } from '@plenary/programme';
import { sessionKinds, templateFor } from '@plenary/programme/templates';
import { createDice } from '../load/random.ts';
import { words } from './made-words.ts';

/**
 * A summit whose groups wrote what a morning gives: under each heading of the template four paragraphs and a list, in all two
 * outcomes of each kind and a table. About 1,200 words a group.
 */
export function madeSummit(groups: number): ReportInput {
  const dice = createDice(2016);
  const sessions = Array.from({ length: groups }, (_, index) => sessionOf(index));
  const its = sessions.map(({ id, title }): Group => ({ id: `g${id}`, session: id, title, lang: 'fr' }));
  const summit: Summit = {
    ...SUMMIT,
    days: [{ date: DATE, sessions: sessions.map(({ id }) => id) }],
    sessions,
    groups: its,
  };
  const documents = its.map((group) => [group.id, documentOf(group.id, dice)] as const);
  return { summit, lang: 'fr', blocks, kinds: sessionKinds, documents: new Map(documents) };
}

/** The same input after somebody typed a word into one group. */
export function edited(input: ReportInput, count: number): ReportInput {
  const documents = new Map(input.documents);
  const ids = [...documents.keys()];
  const id = ids[(count * 7) % ids.length] ?? '';
  const before = documents.get(id);
  if (before === undefined) return input;
  const [first, ...rest] = before.content.content ?? [];
  const typed: DocNode = { type: 'paragraph', content: [{ type: 'text', text: `mot ${count}` }] };
  const content: DocNode = { ...before.content, content: [...(first ? [first] : []), typed, ...rest] };
  documents.set(id, { ...before, content, seq: before.seq + 1 });
  return { ...input, documents };
}

const DATE = '2016-10-13';
const SUMMIT: Summit = {
  id: 's',
  slug: 'sommet',
  title: 'Sommet',
  themeQuestions: [],
  lang: 'fr',
  timezone: 'Europe/Paris',
  start: DATE,
  end: DATE,
  hosts: [],
  partners: [],
  places: [],
  organisations: [],
  speakers: [],
  days: [],
  sessions: [],
  groups: [],
};

function sessionOf(index: number): Session {
  const title = `Thème ${index + 1}`;
  return { id: `wg-${index}`, kind: 'working-group', title, date: DATE, speakers: [], hosts: [], topics: [] };
}

function documentOf(group: string, dice: () => number): GroupDocument {
  const template = templateFor({ kind: 'working-group', speakers: [] }, 'fr', []);
  const outcomes = Object.values(blocks).flatMap((block) =>
    several(2, (count) => outcomeOf(block, `${group}-${block.kind}-${count}`, dice)),
  );
  const content = template.parts.flatMap((part, index): DocNode[] => [
    { type: 'heading', attrs: { level: 2, part: part.id }, content: [{ type: 'text', text: part.heading }] },
    ...several(4, () => paragraph(40, dice)),
    { type: 'bulletList', content: several(4, () => ({ type: 'listItem', content: [paragraph(8, dice)] })) },
    ...(index === 0 ? [tableOf(dice)] : []),
    ...outcomes.filter((_, place) => place % template.parts.length === index),
  ]);
  const hash = '0123456789abcdef'.repeat(4);
  return { group, seq: 100, hash, content: { type: 'doc', content }, contributors: ['Ana', 'Ben'], template };
}

function outcomeOf({ kind, gatheredBy = [] }: OutcomeBlock, id: string, dice: () => number): DocNode {
  const valueOf = (field: string): string => (field === 'due' ? '2017-01-31' : words(2, dice));
  const picked: Record<string, string> = Object.fromEntries(
    gatheredBy.map((field) => [field, valueOf(field)]),
  );
  return { type: kind, attrs: { id, ...picked }, content: [paragraph(14, dice)] };
}

function several(count: number, make: (count: number) => DocNode): DocNode[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function tableOf(dice: () => number): DocNode {
  const row = (type: string): DocNode => ({
    type: 'tableRow',
    content: Array.from({ length: 4 }, () => ({ type, content: [paragraph(3, dice)] })),
  });
  return {
    type: 'table',
    content: [row('tableHeader'), row('tableCell'), row('tableCell'), row('tableCell')],
  };
}

/** A paragraph of which one word in eight is strong. */
function paragraph(length: number, dice: () => number): DocNode {
  const content = Array.from({ length: Math.ceil(length / 8) }, (): DocNode[] => [
    { type: 'text', text: `${words(7, dice)} ` },
    { type: 'text', text: `${words(1, dice)} `, marks: [{ type: 'bold' }] },
  ]);
  return { type: 'paragraph', content: content.flat() };
}
