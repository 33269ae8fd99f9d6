import type { Person } from '@plenary/programme';
import { ProblemError } from '@plenary/protocol';
import { expect, test } from 'vitest';
import { createWorld, SMALL_PROGRAMME, smallSummit, type World } from '../fixtures/world.ts';
import type { Asker } from './asker.ts';
import { addGroup, createSummit } from './create-summit.ts';
import { importFile } from './importing.ts';
import { invite, listInvitations, revokeInvitation } from './invitations.ts';
import { exportSummit } from './reporting.ts';
import { viewSection } from './section-view.ts';
import { reopen, signOff } from './sign-off.ts';
import { listGroups, viewGroup, viewSummit } from './views.ts';

interface Place {
  readonly world: World;
  readonly summit: string;
  readonly group: string;
  readonly other: string;
}

const file = { name: 'a.md', bytes: new TextEncoder().encode('x') };

/** Every operation that asks who is asking. Being let in and then finding nothing to do is being let in. */
const OPERATIONS: Readonly<Record<string, (place: Place, asker: Asker) => Promise<unknown>>> = {
  see: async ({ world: { context }, summit, group }, asker) => {
    await listGroups(context, summit, asker, 'fr');
    await viewSection(context, summit, group, asker, 'fr');
    // The operator has no pages.
    if (asker === 'operator') return;
    await viewSummit(context, summit, asker, 'fr');
    await viewGroup(context, summit, group, asker, 'fr');
  },
  import: ({ world, summit, group }, asker) => importFile(world.context, summit, group, file, asker),
  sign: ({ world, summit, group }, asker) => signOff(world.context, summit, group, 'newest', asker),
  reopen: ({ world, summit, group }, asker) => reopen(world.context, summit, group, asker),
  report: ({ world, summit }, asker) => exportSummit(world.context, summit, { format: 'json' }, asker),
  invite: ({ world, summit }, asker) => invite(world.context, summit, { role: 'reader' }, asker),
  invitations: ({ world, summit }, asker) => listInvitations(world.context, summit, asker),
  revoke: ({ world, summit }, asker) => revokeInvitation(world.context, summit, 'i0', asker),
  'add a group': ({ world, summit }, asker) =>
    addGroup(world.context, summit, { session: 'wg', title: 'x' }, asker),
};

const enter = (role: Person['memberships'][number]['role'], where?: 'group' | 'other') => (place: Place) =>
  place.world.enter(place.summit, role, 'Ada', where === undefined ? undefined : place[where]);

const ASKERS: Readonly<Record<string, (place: Place) => Promise<Asker>>> = {
  'the operator': async () => 'operator',
  'an organiser': enter('organiser'),
  'an organiser of this group alone': enter('organiser', 'group'),
  'a rapporteur': enter('rapporteur'),
  'the rapporteur of this group': enter('rapporteur', 'group'),
  'the rapporteur of another group': enter('rapporteur', 'other'),
  'a participant': enter('participant'),
  'a participant of another group': enter('participant', 'other'),
  'a reader': enter('reader'),
  'an organiser of another summit': async ({ world }) => {
    const elsewhere = await createSummit(world.context, { programme: SMALL_PROGRAMME });
    return world.enter(elsewhere.id, 'organiser', 'Ada');
  },
};

const EVERYTHING = Object.keys(OPERATIONS);
const MAY: Readonly<Record<string, readonly string[]>> = {
  'the operator': EVERYTHING,
  'an organiser': EVERYTHING,
  'an organiser of this group alone': ['see', 'import', 'sign', 'report'],
  'a rapporteur': ['see', 'import', 'sign', 'report'],
  'the rapporteur of this group': ['see', 'import', 'sign', 'report'],
  'the rapporteur of another group': ['see', 'report'],
  'a participant': ['see', 'import'],
  'a participant of another group': ['see'],
  'a reader': ['see'],
  'an organiser of another summit': [],
};

test.each(Object.keys(ASKERS))('what %s may do', async (name) => {
  const world = createWorld();
  const { id: summit, group } = await smallSummit(world);
  const other = (await world.context.summits.summit(summit))?.groups[0]?.id ?? '';
  const place = { world, summit, group, other };
  const asker = await ASKERS[name]!(place);
  const allowed: string[] = [];
  for (const [operation, run] of Object.entries(OPERATIONS)) {
    if (await letIn(() => run(place, asker))) allowed.push(operation);
  }
  expect(allowed).toEqual(MAY[name]);
});

async function letIn(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.code !== 'forbidden' && error.code !== 'session-missing';
  }
}
