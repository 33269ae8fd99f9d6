/** A summit without groups, for tests that only need somewhere to put documents; has the shape of a `Summit`. */
export const EMPTY_SUMMIT = {
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
} as const;
