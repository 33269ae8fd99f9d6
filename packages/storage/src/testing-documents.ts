import type { Summit, SummitStore } from '@plenary/programme';

/** A summit without groups, for tests that only need somewhere to put documents. */
export const EMPTY_SUMMIT: Summit = {
  id: 'summit',
  slug: 'summit',
  title: 'Essai',
  themeQuestions: [],
  lang: 'fr',
  timezone: 'Europe/Paris',
  start: '2016-10-12',
  end: '2016-10-14',
  hosts: [],
  partners: [],
  places: [],
  organisations: [],
  speakers: [],
  days: [],
  sessions: [],
  groups: [],
};

/** Adds a document to the summit above, which is made with the first. */
export async function addTrialDocument(
  summits: SummitStore,
  document: string,
  seed: Uint8Array,
): Promise<void> {
  if ((await summits.summit(EMPTY_SUMMIT.id)) === undefined)
    await summits.createSummit(EMPTY_SUMMIT, [], [], 0);
  const group = { id: document, session: 'session', title: document, lang: 'fr' } as const;
  await summits.addGroup(EMPTY_SUMMIT.id, { group, seed }, 0);
}
