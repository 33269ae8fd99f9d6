import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gistOf, LIKE, likeness } from './likeness.ts';

const alike = (one: string, other: string): number => likeness(gistOf(one), gistOf(other));

/** Written twice by people who meant the same; those in English about open source are from the notes of real meetings. */
const SAME: readonly (readonly [string, string])[] = [
  [
    'Créer un cercle européen de dirigeants engagés.',
    'Mettre en place un cercle de dirigeants engagés au niveau européen.',
  ],
  [
    'Former les volontaires avant leur première mission.',
    'Former tous les volontaires avant leur première mission, en une demi-journée.',
  ],
  [
    'Prévoir deux visites avant tout cadrage, comptées dans les heures de la mission.',
    'Compter deux visites avant le cadrage dans les heures de mission.',
  ],
  [
    'Publier chaque année un bilan commun des missions pro bono.',
    'Publier un bilan annuel commun des missions de pro bono',
  ],
  [
    'Écrire un guide de mesure de l’impact à l’usage des petites associations.',
    'Rédiger un guide pour mesurer l’impact, destiné aux petites associations.',
  ],
  [
    'Nommer dans chaque entreprise une personne référente pour le pro bono.',
    'Chaque entreprise nomme une personne référente du pro bono.',
  ],
  [
    'Reconnaître le temps des salariés dans les objectifs annuels.',
    'QUE LE TEMPS DES SALARIES SOIT RECONNU DANS LEURS OBJECTIFS ANNUELS',
  ],
  [
    'Organiser une rencontre européenne des intermédiaires tous les ans.',
    'Organiser chaque année une rencontre des intermédiaires européens',
  ],
  ['Qui paie le travail de l’intermédiaire\u202F?', 'Qui paie l’intermédiaire pour son travail ?'],
  [
    'Create a European circle of committed leaders.',
    'Set up a circle of committed leaders at European level.',
  ],
  [
    'Train every volunteer before the first assignment.',
    'Volunteers should be trained before their first assignment.',
  ],
  [
    'Publish a shared annual review of pro bono assignments.',
    'Publish a review of all pro bono assignments every year, shared by all.',
  ],
  [
    'Write a guide to measuring impact for small charities.',
    'Write a short guide on how small charities can measure their impact.',
  ],
  [
    'Name one contact person for pro bono in each company.',
    'Each company names a contact person for pro bono.',
  ],
  [
    'Establishing criteria to use multiple tools',
    'We are working on establishing criteria to use multiple tools and not just one.',
  ],
  [
    'Book the first Open Source Community Social (July)',
    'Looking to book the first open source community social for the GC',
  ],
  [
    'Define the legal component/dependencies for each of the five major elements',
    'Define legal components/dependencies for each of the five major elements. Legal impacts to government like policy, procurement etc.',
  ],
];

/** About the same things, and not the same. */
const OTHER: readonly (readonly [string, string])[] = [
  [
    'Former les volontaires avant leur première mission.',
    'Remercier les volontaires après leur première mission.',
  ],
  ['Créer un cercle européen de dirigeants engagés.', 'Créer un prix européen du pro bono.'],
  [
    'Écrire un guide de mesure de l’impact à l’usage des petites associations.',
    'Écrire un guide juridique à l’usage des entreprises.',
  ],
  ['Qui paie le travail de l’intermédiaire ?', 'Qui paie les déplacements des volontaires ?'],
  [
    'Publier chaque année un bilan commun des missions pro bono.',
    'Publier chaque mois la liste des missions pro bono ouvertes.',
  ],
  [
    'Nommer dans chaque entreprise une personne référente pour le pro bono.',
    'Ouvrir dans chaque entreprise une caisse pour le pro bono.',
  ],
  ['Train every volunteer before the first assignment.', 'Thank every volunteer after the assignment.'],
  [
    'Ask the budget office in March for a budget line of its own.',
    'Ask the legal office in March for a model agreement.',
  ],
  [
    'Use open standards and open source software',
    'Is the scope just using open source software or does it include a push to use modern software development processes like automated ci',
  ],
  [
    'This is to help business understand where the value is in open source',
    'Not clear from today’s call that government has a solid understanding of open source vendor business and license models',
  ],
  ['À décider', 'À décider.'],
  ['???', '???'],
];

describe('likeness', () => {
  it.each(SAME)('[AG49] finds “%s” in “%s”', (one, other) => {
    expect(alike(one, other)).toBeGreaterThanOrEqual(LIKE);
  });

  it.each(OTHER)('[AG49] tells “%s” from “%s”', (one, other) => {
    expect(alike(one, other)).toBeLessThan(LIKE);
  });

  it('[AG49] is the same in both directions, from 0 to 1, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one));
        expect(alike(one, other)).toBeLessThanOrEqual(1);
        expect(alike(one, other)).toBeGreaterThanOrEqual(0);
        expect([0, 1]).toContain(alike(one, one));
      }),
    );
  });
});
