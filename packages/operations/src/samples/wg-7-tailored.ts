import {
  action,
  bold,
  insight,
  italic,
  link,
  list,
  p,
  question,
  recommendation,
  steps,
  table,
} from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “Le pro bono sur mesure”: what changes from one sector to the next, and what never does. */
export const tailored: SampleNotes = {
  session: 'd2-wg-7',
  writers: ['Ottilie G.', 'Paul-Henri K.'],
  parts: {
    insights: [
      p(
        'Nous avons pris une même mission — aider une association à fixer ses priorités — et l’avons jouée trois fois : pour une compagnie de théâtre, pour un centre d’hébergement, pour un club de sport. Même durée, mêmes volontaires, trois échecs différents. C’est de là que viennent ces notes.',
      ),
      insight(
        'Ce qui change d’un secteur à l’autre n’est pas la méthode, c’est le temps : une compagnie vit à la saison, un centre d’hébergement à la nuit, un club à l’année scolaire. Une mission qui ignore ce rythme arrive toujours trop tard.',
      ),
      insight(
        'Chaque secteur a un mot que le volontaire ne doit pas employer la première semaine : « client » dans le social, « produit » dans la culture, « performance » à l’école. Le savoir évite un mois de méfiance.',
      ),
      insight(
        'Le sur-mesure n’est pas du temps en plus : c’est le temps du début. Deux visites avant le cadrage économisent en moyenne une réunion sur trois ensuite.',
      ),
      insight(
        'À vouloir tout adapter, on n’apprend plus rien d’une mission à l’autre. Il faut décider ce qui reste identique pour que le reste puisse changer.',
      ),
    ],
    'good-practices': [
      p('Fixe partout, adapté partout : le partage sur lequel nous nous sommes entendus.'),
      table(
        ['Reste identique', 'S’adapte'],
        ['Une convention d’une page', 'La durée et le moment de l’année'],
        ['Une personne référente nommée', 'Le lieu des rencontres : jamais au siège par défaut'],
        ['Un point à mi-parcours, où l’on peut arrêter', 'Le vocabulaire, relu par quelqu’un du secteur'],
        ['Un bilan à six mois', 'La forme du résultat : plan, outil, formation, décision'],
      ),
      p(
        'Le ',
        link('carnet de secteur', 'https://example.org/carnets-de-secteur'),
        ' est né de là : quatre pages écrites par des associations pour les volontaires. On y trouve le calendrier de l’année, les dix mots qui fâchent, les trois textes de loi qu’il faut avoir lus, et ',
        italic('ce que l’on aurait aimé que le dernier volontaire sache'),
        '.',
      ),
      p(bold('Avant la première réunion'), ', le volontaire :'),
      steps(
        'passe deux heures sur place, sans ordinateur, à une heure où il se passe quelque chose ;',
        'lit le carnet du secteur et souligne ce qu’il ne comprend pas ;',
        'écrit à l’association trois lignes : ce qu’il sait faire, ce qu’il ne sait pas, ce qui l’étonne.',
      ),
    ],
    recommendations: [
      recommendation(
        'Fédérations sectorielles',
        'Écrire avec trois associations un carnet de quatre pages à l’usage des volontaires, et le relire chaque année en juin.',
      ),
      recommendation(
        'Intermédiaires',
        'Prévoir deux visites avant tout cadrage, comptées dans les heures de la mission et non ajoutées à celles des salariés de l’association.',
      ),
      recommendation(
        'Entreprises',
        'Accepter des missions hors calendrier de l’entreprise : le théâtre ne peut pas en septembre, l’hébergement ne peut pas en hiver, et c’est justement là qu’ils ont besoin d’aide.',
      ),
    ],
    actions: [
      action(
        'Ottilie G. et une fédération culturelle',
        '2017-01-15',
        'Écrire le premier carnet de secteur (spectacle vivant) et le donner à cinq volontaires avant leur mission.',
      ),
      action(
        'Réseau d’hébergement et intermédiaire parisien',
        '2017-04-15',
        'Écrire le deuxième carnet avec des salariés de nuit, sur leurs heures de travail.',
      ),
      action(
        'Paul-Henri K.',
        '2017-11-30',
        'Comparer vingt missions avec carnet et vingt sans : durée, arrêts, résultat encore utilisé.',
      ),
    ],
    'open-questions': [
      question(
        'Jusqu’où spécialiser les volontaires ? Une graphiste qui ne travaille que pour le théâtre devient excellente, et finit par ne plus rien étonner.',
      ),
      question(
        'Que faire des associations qui n’entrent dans aucun secteur, et qui sont peut-être les plus nombreuses ?',
      ),
      p('À reprendre l’an prochain :'),
      list(
        'le milieu rural, qui n’est pas un secteur mais qui change tout ;',
        'les missions à distance ;',
        'le secteur public comme bénéficiaire.',
      ),
    ],
  },
};
