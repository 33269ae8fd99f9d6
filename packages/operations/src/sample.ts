import { newBlockId, type DocNode } from '@plenary/document';
import type { Lang, Membership, Person, Summit } from '@plenary/programme';
import { sample2016Text } from '@plenary/programme/samples';
import type { Context } from './context.ts';
import { createSummit, type CreatedSummit } from './create-summit.ts';
import { fillParts } from './fill-parts.ts';
import { findSummit } from './lookup.ts';
import { sampleNotes } from './samples/all-notes.ts';
import type { SampleNotes } from './samples/notes.ts';
import { newId } from './secrets.ts';

/**
 * Makes the 2016 summit with notes in its seven working groups: what a newcomer sees first. `lang` is the language
 * of the programme and the templates; the notes are in the languages the groups wrote in. The programme is history,
 * the notes and their writers are invented.
 */
export async function loadSample(context: Context, lang: Lang): Promise<CreatedSummit> {
  const created = await createSummit(context, { programme: sample2016Text(lang), lang });
  const summit = await findSummit(context, created.id);
  for (const notes of sampleNotes) await writeNotes(context, summit, notes);
  return created;
}

async function writeNotes(context: Context, summit: Summit, notes: SampleNotes): Promise<void> {
  const group = summit.groups.find(({ session }) => session === notes.session);
  if (group === undefined) throw new Error(`the sample programme has no session ${notes.session}`);
  const parts = Object.entries(notes.parts);
  const shares = [parts.slice(0, PARTS_OF_FIRST_WRITER), parts.slice(PARTS_OF_FIRST_WRITER)];
  for (const [index, share] of shares.entries()) {
    const name = notes.writers[index] ?? notes.writers[0];
    const role = index === 0 ? 'participant' : 'rapporteur';
    const writer = await addWriter(context, summit, name, { role, group: group.id }, index);
    const named = new Map(share.map(([part, nodes]) => [part, withIds(nodes, context)]));
    await context.rooms.edit(group.id, writer.id, (doc) => fillParts(doc, named, context.blocks));
  }
}

/** Somebody without a session: nobody can come back as a person of the sample. */
async function addWriter(
  context: Context,
  summit: Summit,
  name: string,
  membership: Membership,
  colour: number,
): Promise<Person> {
  const person = {
    id: newId(context.random, 'p'),
    summit: summit.id,
    name,
    colour,
    memberships: [membership],
  };
  if ((await context.summits.addPerson(person, undefined)) === 'name-taken') {
    throw new Error(`the sample has two writers named ${name}`);
  }
  return person;
}

/** Every outcome gets the id by which the report and its readers refer to it. */
function withIds(nodes: readonly DocNode[], { blocks, random }: Context): DocNode[] {
  return nodes.map((node) =>
    Object.hasOwn(blocks, node.type) ? { ...node, attrs: { ...node.attrs, id: newBlockId(random) } } : node,
  );
}

const PARTS_OF_FIRST_WRITER = 2;
