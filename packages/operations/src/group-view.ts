import { isFront, type Group, type Lang, type Person, type Summit } from '@plenary/programme';
import { ProblemError, type GroupView, type SignOffView } from '@plenary/protocol';
import type { DocumentHead, Seal } from '@plenary/sync';
import { accessOfAsker, type Asker } from './asker.ts';
import { peopleOf, signerName } from './authors.ts';
import type { Context } from './context.ts';

/** What the list of groups says about one: where its section stands and what the asker may do. */
export async function groupView(
  context: Context,
  summit: Summit,
  group: Group,
  asker: Asker,
  lang: Lang,
): Promise<GroupView> {
  return viewWith(context, summit, group, asker, lang, await peopleOf(context, summit));
}

/** The same for many groups, in their order. */
export async function groupViews(
  context: Context,
  summit: Summit,
  groups: readonly Group[],
  asker: Asker,
  lang: Lang,
): Promise<GroupView[]> {
  const people = await peopleOf(context, summit);
  return Promise.all(groups.map((group) => viewWith(context, summit, group, asker, lang, people)));
}

/** Where a section stands: only seeded, being written, or signed. */
export function stateOf(head: DocumentHead): GroupView['state'] {
  if (head.seal !== undefined) return 'signed';
  return head.seq === SEED_SEQ ? 'empty' : 'open';
}

async function viewWith(
  context: Context,
  summit: Summit,
  group: Group,
  asker: Asker,
  lang: Lang,
  people: ReadonlyMap<string, Person>,
): Promise<GroupView> {
  const head = await context.documents.head(group.id);
  if (head === undefined) throw new ProblemError('group-unknown');
  return {
    id: group.id,
    session: group.session,
    ...(isFront(group) && { front: group.front }),
    title: group.title,
    lang: group.lang,
    state: stateOf(head),
    seq: head.seq,
    epoch: head.epoch,
    access: accessOfAsker(summit, group.id, asker),
    present: context.rooms.present(group.id).length,
    ...(head.seal !== undefined && { signOff: signOffView(head.seal, people, lang) }),
  };
}

function signOffView(seal: Seal, people: ReadonlyMap<string, Person>, lang: Lang): SignOffView {
  return {
    by: signerName(seal.by, people, lang),
    at: new Date(seal.at).toISOString(),
    seq: seal.seq,
    hash: seal.hash,
  };
}

/** The seed is update 1; nobody has written while it is the newest. */
const SEED_SEQ = 1;
