import { GroupPage } from './group-page.ts';
import { emptyGroup, invite, joinAsOrganiser, joinByCode, joinByLink, type GroupFacts } from './join.ts';
import type { TestServer } from './server.ts';
import type { Visitor, VisitorOptions } from './visitor.ts';

export interface Pair {
  readonly organiser: Visitor;
  readonly group: GroupFacts;
  /** Amélie Roux's page, in English at a desk. */
  readonly amelie: GroupPage;
  /** Ben Okafor's page, in French on a phone unless it is asked for otherwise. */
  readonly ben: GroupPage;
}

/** Two participants in one empty group, both ready to write: one came in by a link, one by a code. */
export async function pairIn(
  server: TestServer,
  visit: (options?: VisitorOptions) => Promise<Visitor>,
  bens: VisitorOptions = { device: 'phone', lang: 'fr' },
): Promise<Pair> {
  const organiser = await visit();
  await joinAsOrganiser(organiser, server);
  const group = await emptyGroup(organiser);
  const { code, url } = await invite(organiser, 'participant', group.id);
  const [one, other] = [await visit(), await visit(bens)];
  await Promise.all([joinByLink(one, url, 'Amélie Roux'), joinByCode(other, code, 'Ben Okafor')]);
  const [amelie, ben] = [new GroupPage(one), new GroupPage(other)];
  await Promise.all([amelie.isOpen(), ben.isOpen()]);
  return { organiser, group, amelie, ben };
}
