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

/** “Maturité des associations”: how a non-profit gets ready for a pro bono assignment. */
export const readiness: SampleNotes = {
  session: 'd2-wg-2',
  writers: ['Samir B.', 'Élodie F.'],
  parts: {
    insights: [
      p(
        'Nous sommes partis d’un désaccord. Pour les uns, une association « mûre » sait ce qu’elle veut ; pour les autres, c’est justement parce qu’elle ne le sait pas encore qu’elle a besoin de pro bono. Nous avons fini par remplacer le mot ',
        italic('maturité'),
        ' par ',
        bold('préparation'),
        ' : on ne naît pas prêt, on se prépare, et cela prend environ trois semaines.',
      ),
      insight(
        'La première cause d’échec n’est pas le manque de compétence du volontaire : c’est l’absence, côté association, d’une personne qui a le temps de lui répondre.',
      ),
      insight(
        'Une demande sur deux change de nature pendant le diagnostic. On demande un site web, on découvre qu’il manque une phrase disant à qui l’association s’adresse.',
      ),
      insight(
        'Les très petites associations renoncent avant de demander. Elles lisent « appel à projets » et ferment la page ; un entretien de vingt minutes au téléphone en récupère les deux tiers.',
      ),
      insight(
        'Dire « pas maintenant » est un service. Une association à qui l’on explique ce qui manque revient dans l’année ; celle à qui l’on ne répond pas ne revient jamais.',
      ),
    ],
    'good-practices': [
      p('La grille à quatre feux, utilisée par deux intermédiaires présents, tient sur une carte postale :'),
      table(
        ['Feu', 'La question posée', 'Vert si…'],
        [
          'Besoin',
          'Qu’est-ce qui sera différent dans six mois ?',
          'la réponse tient en une phrase et ne nomme pas d’outil',
        ],
        ['Personne', 'Qui répondra au volontaire ?', 'un nom, et deux heures par semaine dans son agenda'],
        ['Décision', 'Qui dira oui au résultat ?', 'le bureau le sait et a donné une date'],
        ['Suite', 'Qui s’en servira après ?', 'quelqu’un d’autre que la personne qui demande'],
      ),
      p(
        'Quatre feux verts : on y va. Trois : on y va et on travaille le quatrième. Moins de trois : on propose un ',
        link('atelier de préparation', 'https://example.org/ateliers/preparation'),
        ' d’une demi-journée.',
      ),
      p('Le déroulé de l’atelier, tel qu’il est animé depuis deux ans :'),
      steps(
        'chacun raconte la dernière fois qu’une aide extérieure a été utile, et la dernière fois qu’elle a pesé ;',
        'on écrit le besoin à la main, sans ordinateur, puis le voisin le reformule ;',
        'on remplit l’agenda de la personne référente, semaine par semaine ;',
        'on choisit ce que l’on ne demandera pas.',
      ),
    ],
    recommendations: [
      recommendation(
        'Intermédiaires',
        'Ne jamais ouvrir une mission sans avoir parlé à la personne qui répondra au volontaire ; parler seulement à la présidence ne suffit pas.',
      ),
      recommendation(
        'Financeurs et fondations',
        'Financer la préparation comme une étape à part entière : trois jours d’accompagnement avant la mission coûtent moins cher qu’une mission abandonnée à mi-parcours.',
      ),
      recommendation(
        'Associations',
        'Nommer une personne référente et lui retirer autre chose. Une tâche ajoutée à une semaine pleine n’est pas une nomination.',
      ),
      recommendation(
        'Réseaux associatifs',
        'Traduire la grille à quatre feux dans les langues du réseau, en gardant ses quatre questions et en changeant tous ses exemples.',
      ),
    ],
    actions: [
      action(
        'Intermédiaire lyonnais',
        '2016-11-30',
        'Envoyer la grille à quatre feux et le conducteur de l’atelier à tous les participants du groupe.',
      ),
      action(
        'Trois réseaux associatifs volontaires',
        '2017-03-31',
        'Essayer la grille auprès de trente associations de moins de cinq salariés et noter où elle bloque.',
      ),
      action(
        'Élodie F. et le groupe « besoins en recherche »',
        '2017-05-15',
        'Comparer, sur les missions de 2015, le nombre de feux verts au départ et l’usage du résultat un an après.',
      ),
    ],
    'open-questions': [
      question(
        'Qui dit « pas maintenant » : l’intermédiaire, un pair, ou une grille que l’association remplit seule ?',
      ),
      question(
        'La préparation doit-elle être gratuite ? Une participation de vingt euros a fait baisser les absences de moitié, et a peut-être écarté celles qui en avaient le plus besoin.',
      ),
      p('Gardé pour plus tard, faute de temps :'),
      list(
        'les associations sans aucun salarié ;',
        'les collectifs qui ne veulent pas devenir des associations ;',
        'ce que la fin d’une mission fait à une équipe.',
      ),
    ],
  },
};
