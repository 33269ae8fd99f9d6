import type { ProgrammeFile } from './file-shape.ts';
import type { Finding } from './finding.ts';
import { PROGRAMME_LIMITS, type ProgrammeProblem } from './programme.ts';

/** A file beyond the limit of length, which is not read at all. */
export function tooLarge(): ProgrammeProblem {
  const mega = PROGRAMME_LIMITS.length / 1024 / 1024;
  return {
    rule: 'too-large',
    path: '',
    message: {
      fr: `Le fichier dépasse ${mega}\u00A0Mo, la limite d’un programme. Retirez-en ce qui n’est pas le programme.`,
      en: `The file is larger than ${mega} MB, the limit of a programme. Remove what is not the programme.`,
    },
  };
}

/** A file that holds more values than any programme, which is not read either. */
export function tooManyValues(): ProgrammeProblem {
  const { values } = PROGRAMME_LIMITS;
  return {
    rule: 'too-large',
    path: '',
    message: {
      fr: `Le fichier contient plus de ${number.fr(values)} valeurs, la limite d’un programme. Retirez-en ce qui n’est pas le programme.`,
      en: `The file holds more than ${number.en(values)} values, the limit of a programme. Remove what is not the programme.`,
    },
  };
}

/** More sessions than a summit may have. */
export function tooManySessions(file: ProgrammeFile): Finding {
  const { sessions: limit } = PROGRAMME_LIMITS;
  const count = file.sessions.length;
  return {
    rule: 'too-many',
    path: ['sessions'],
    message: {
      fr: `Le programme compte ${number.fr(count)} sessions\u202F; la limite est de ${number.fr(limit)}. Répartissez-le en plusieurs sommets.`,
      en: `The programme has ${number.en(count)} sessions; the limit is ${number.en(limit)}. Split it into several summits.`,
    },
  };
}

/** More group documents than a summit may have. */
export function tooManyGroups(count: number): Finding {
  const { groups: limit } = PROGRAMME_LIMITS;
  return {
    rule: 'too-many',
    path: ['sessions'],
    message: {
      fr: `Les sessions donneraient ${number.fr(count)} documents de groupe\u202F; la limite est de ${number.fr(limit)}. Nommez moins d’hôtes par session.`,
      en: `The sessions would give ${number.en(count)} group documents; the limit is ${number.en(limit)}. Name fewer hosts in each session.`,
    },
  };
}

const number = {
  fr: (value: number): string => value.toLocaleString('fr'),
  en: (value: number): string => value.toLocaleString('en-GB'),
} as const;
