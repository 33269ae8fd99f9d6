import type { GroupDocument, ReportInput, Steps } from '@plenary/aggregation';
import { contentHash, readState } from '@plenary/document';
import { documentsOf, type Group, type Lang, type Person, type Summit } from '@plenary/programme';
import { kindsOf } from '@plenary/programme/templates';
import type { DocumentHead } from '@plenary/sync';
import { contributorsOf, peopleOf, signerName } from './authors.ts';
import type { Context } from './context.ts';
import type { DocumentSource, ReportSources } from './export-job.ts';
import type { ReadVersion } from './report-cache.ts';
import { newestPlan } from './report-plan.ts';
import { onRoom } from './sync-problems.ts';
import { templateOf } from './template-of.ts';

/** The sources of a report as they stand now. Checks nobody's access. */
export async function reportSources(context: Context, summit: Summit, lang: Lang): Promise<ReportSources> {
  const people = await peopleOf(context, summit);
  const documents: DocumentSource[] = [];
  for (const group of documentsOf(summit)) {
    documents.push(await documentSource(context, group, people, lang));
    // A document may have to be put together from its log, and writers come first.
    await context.breathe?.();
  }
  const { plan } = await newestPlan(context, summit);
  return { summit, lang, plan, documents };
}

/** What the compile takes, read from the sources: a document a step. */
export function* readSources(
  { blocks, reports }: Pick<Context, 'blocks' | 'reports'>,
  { summit, lang, plan, documents }: ReportSources,
): Steps<ReportInput> {
  const groups = new Map(documentsOf(summit).map((group) => [group.id, group]));
  const read = new Map<string, GroupDocument>();
  for (const { epoch, state, ...facts } of documents) {
    const group = groups.get(facts.group);
    if (group === undefined) continue;
    let version = reports?.get(facts.group);
    if (version?.seq !== facts.seq || version.epoch !== epoch) {
      version = readVersion({ seq: facts.seq, epoch }, state);
      reports?.set(facts.group, version);
    }
    const { hash, content } = version;
    read.set(facts.group, { ...facts, hash, content, template: templateOf(summit, group) });
    yield;
  }
  return { summit, lang, blocks, kinds: kindsOf(summit), documents: read, plan };
}

/** What a committed state says, and its fingerprint. */
export function readVersion(
  { seq, epoch }: Pick<DocumentHead, 'seq' | 'epoch'>,
  state: Uint8Array,
): ReadVersion {
  const content = readState(state);
  return { seq, epoch, hash: contentHash(content), content };
}

/** What the log and its readers know of a document beside what it says. */
export async function documentFacts(
  context: Pick<Context, 'documents'>,
  { document, seq, seal }: DocumentHead,
  people: ReadonlyMap<string, Person>,
  lang: Lang,
): Promise<Pick<GroupDocument, 'group' | 'seq' | 'contributors' | 'signOff'>> {
  return {
    group: document,
    seq,
    contributors: await contributorsOf(context, document, people),
    ...(seal !== undefined && { signOff: { by: signerName(seal.by, people, lang), at: seal.at } }),
  };
}

async function documentSource(
  context: Pick<Context, 'documents' | 'rooms' | 'reports'>,
  { id }: Group,
  people: ReadonlyMap<string, Person>,
  lang: Lang,
): Promise<DocumentSource> {
  const { head, state } = await committed(context, id);
  return { ...(await documentFacts(context, head, people, lang)), epoch: head.epoch, state };
}

/** The committed state of a document, from the cache while it is the newest. Throws `group-unknown`. */
async function committed(
  { documents, reports, rooms }: Pick<Context, 'documents' | 'rooms' | 'reports'>,
  group: string,
): Promise<{ readonly head: DocumentHead; readonly state: Uint8Array }> {
  const known = reports?.states.get(group);
  if (known !== undefined) {
    const head = await documents.head(group);
    if (head?.seq === known.seq && head.epoch === known.epoch) return { head, state: known.state };
  }
  const { head, state } = await onRoom(() => rooms.read(group));
  reports?.states.set(group, { seq: head.seq, epoch: head.epoch, state });
  return { head, state };
}
