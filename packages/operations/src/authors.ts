import type { Lang, Person, Summit } from '@plenary/programme';
import { OPERATOR } from './asker.ts';
import type { Context } from './context.ts';

/** The id of the person that stands for a program which uses this invitation's token. */
export function programOf(invitation: string): string {
  return `${PROGRAM_PREFIX}${invitation}`;
}

/** The people of a summit by id, fetched once for a whole list. */
export async function peopleOf(
  context: Pick<Context, 'summits'>,
  summit: Summit,
): Promise<ReadonlyMap<string, Person>> {
  const people = await context.summits.people(summit.id);
  return new Map(people.map((person) => [person.id, person]));
}

/** The name to print for who signed. */
export function signerName(author: string, people: ReadonlyMap<string, Person>, lang: Lang): string {
  return people.get(author)?.name ?? (author === OPERATOR ? OPERATOR_NAME[lang] : author);
}

/** Names of the people who wrote in a document, in order of first appearance. Neither the server nor a program is one. */
export async function contributorsOf(
  context: Pick<Context, 'documents'>,
  group: string,
  people: ReadonlyMap<string, Person>,
): Promise<readonly string[]> {
  const authors = await context.documents.authors(group);
  return authors.flatMap((author) => {
    if (author.startsWith('system:') || author.startsWith(PROGRAM_PREFIX)) return [];
    const name = people.get(author)?.name;
    return name === undefined ? [] : [name];
  });
}

const PROGRAM_PREFIX = 'program-';
const OPERATOR_NAME: Readonly<Record<Lang, string>> = {
  fr: 'L’équipe d’organisation',
  en: 'The organising team',
};
