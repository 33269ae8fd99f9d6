import type { PlenaryProcess } from '../process/plenary-process.ts';
import type { WriterPlan } from '../writers/messages.ts';

/** The summit a run writes in. */
export interface ChaosSummit {
  readonly id: string;
  /** Ids of the group documents. */
  readonly groups: readonly string[];
}

/** Makes a summit with that many groups through the control door, as an operator would. */
export async function createSummit(server: PlenaryProcess, groups: number): Promise<ChaosSummit> {
  const names = Array.from({ length: groups }, (_, index) => `wg-${index + 1}`);
  const programme = JSON.stringify({
    version: '1.0',
    lang: 'en',
    event: { id: 'chaos', title: 'Chaos', city: 'Lyon', start: '2016-10-12', end: '2016-10-12' },
    organisations: [],
    days: [{ date: '2016-10-12', sessions: names }],
    sessions: names.map((id) => ({
      id,
      kind: 'working-group',
      date: '2016-10-12',
      title: `Group ${id}`,
      question: 'What survives?',
    })),
  });
  const { id } = await server.command<{ id: string }>('create', { programme });
  const listed = await server.command<{ groups: readonly { id: string }[] }>('groups', {
    summit: id,
    lang: 'en',
  });
  return { id, groups: listed.groups.map((group) => group.id) };
}

/** Writers spread over the groups, each a person with an invitation of its own. */
export async function inviteWriters(
  server: PlenaryProcess,
  summit: ChaosSummit,
  count: number,
  prefix = 'w',
): Promise<readonly WriterPlan[]> {
  const plans: WriterPlan[] = [];
  for (let index = 0; index < count; index += 1) {
    const { token } = await server.command<{ token: string }>('invite', {
      summit: summit.id,
      role: 'participant',
    });
    const group = summit.groups[index % summit.groups.length] ?? '';
    plans.push({ name: `${prefix}${index + 1}`, group, token });
  }
  return plans;
}
