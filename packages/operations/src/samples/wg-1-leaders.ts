import { action, bold, insight, link, list, p, question, recommendation, steps, table } from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “Engager les dirigeants”: what a group of eleven might have written in a morning. */
export const leaders: SampleNotes = {
  session: 'd2-wg-1',
  writers: ['Nadège R.', 'Tomasz W.'],
  parts: {
    insights: [
      p(
        'Nous étions onze autour de la table : quatre intermédiaires, trois entreprises, deux collectivités, une fondation et une étudiante venue observer. Nous avons commencé par un tour de table sur une seule question : ',
        bold('à quel moment précis un dirigeant a-t-il dit oui ?'),
        ' Les réponses se ressemblent plus que nos pays.',
      ),
      insight(
        'Un dirigeant s’engage rarement après une présentation. Il s’engage après avoir passé une demi-journée avec une association et vu son propre métier y servir à quelque chose.',
      ),
      insight(
        'La direction générale ouvre la porte, mais c’est l’encadrement intermédiaire qui décide si un collaborateur peut réellement s’absenter un mardi matin. Convaincre l’une sans l’autre ne donne que des chartes.',
      ),
      insight(
        'Dans le secteur public, le mot « pro bono » inquiète : on y entend cabinet d’avocats, ou conflit d’intérêts. « Mécénat de compétences entre agents et associations » passe, et c’est la même chose.',
      ),
      p('Ce qui freine, dans l’ordre où nous l’avons entendu :'),
      list(
        'la peur d’ouvrir une vanne : « si j’accepte une association, il en viendra cent » ;',
        'l’absence de ligne budgétaire, donc de responsable ;',
        'la confusion avec la journée de solidarité, où l’on repeint un mur ;',
        'un doute plus rarement dit : et si la mission se passait mal, sous notre nom ?',
      ),
    ],
    'good-practices': [
      p(
        'Trois façons de faire qui ont marché, et leur prix. Le détail de la première est raconté dans ',
        link('la fiche du club des parrains', 'https://example.org/fiches/club-des-parrains'),
        '.',
      ),
      table(
        ['Pratique', 'Où', 'Ce que cela demande', 'Ce que l’on a vu'],
        [
          'Le dirigeant parrain',
          'Une banque, Paris',
          'Deux heures par trimestre',
          'Six missions la première année, dix-neuf la troisième',
        ],
        [
          'La demi-journée d’immersion',
          'Une région, Pologne',
          'Une association préparée, un référent',
          'Neuf chefs de service sur douze ont ensuite libéré du temps',
        ],
        [
          'Le comité de direction en mission',
          'Un industriel, Hongrie',
          'Une journée entière, une vraie question',
          'Le comité l’a refaite sans qu’on le lui demande',
        ],
      ),
      p(
        'Le point commun : une vraie question, choisie par l’association, assez petite pour être tranchée dans la journée. Quand la question a été inventée pour occuper les visiteurs, tout le monde s’en est aperçu avant midi.',
      ),
    ],
    recommendations: [
      recommendation(
        'Intermédiaires',
        'Remplacer la présentation au comité de direction par une immersion d’une demi-journée auprès d’une association, préparée avec elle, et suivie d’une décision écrite dans les quinze jours.',
      ),
      recommendation(
        'Directions des ressources humaines',
        'Inscrire trois jours de pro bono par an dans l’accord sur le temps de travail, et les compter dans les objectifs de l’encadrement intermédiaire et non seulement dans ceux des volontaires.',
      ),
      recommendation(
        'Institutions publiques',
        'Adopter un cadre déontologique d’une page : ce qu’un agent peut faire pour une association, ce qu’il ne peut pas, et à qui il le demande.',
      ),
    ],
    actions: [
      action(
        'Club des dirigeants parrains',
        '2016-12-15',
        'Réunir douze dirigeants déjà engagés, un par pays présent, et leur demander d’en inviter chacun deux à une immersion.',
      ),
      action(
        'Groupe déontologie (deux collectivités, un juriste)',
        '2017-02-28',
        'Rédiger le cadre d’une page pour les agents publics et le faire relire par trois services juridiques.',
      ),
      action(
        'Intermédiaires français et polonais',
        '2017-06-30',
        'Mettre en commun un déroulé d’immersion, minuté, avec la lettre d’invitation et le questionnaire de sortie.',
      ),
      p('Ordre retenu pour l’invitation des dirigeants :'),
      steps(
        'le parrain téléphone lui-même, sans courriel préalable ;',
        'l’association écrit la question en trois lignes ;',
        'l’intermédiaire envoie le déroulé la veille, jamais avant ;',
        'chacun repart avec une date, pas avec une brochure.',
      ),
    ],
    'open-questions': [
      question(
        'Faut-il publier la liste des dirigeants parrains ? La moitié d’entre nous y voit un levier, l’autre une vitrine.',
      ),
      question(
        'Comment garder l’engagement quand le dirigeant change ? Deux programmes sur trois n’ont pas survécu au départ de leur parrain.',
      ),
      question(
        'Un élu local peut-il faire du pro bono dans sa propre ville sans que cela ressemble à une campagne ?',
      ),
    ],
  },
};
