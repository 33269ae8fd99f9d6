import { action, bold, insight, italic, link, list, p, question, recommendation, table } from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “Sensibilisation”: how companies, public bodies and non-profits make pro bono known together. */
export const awareness: SampleNotes = {
  session: 'd2-wg-6',
  writers: ['Marek J.', 'Inès T.'],
  parts: {
    insights: [
      p(
        'Chacun a raconté comment il avait entendu parler du pro bono pour la première fois. Sur douze personnes : sept par un collègue, trois par hasard, une par un avocat, une par une affiche. Nos plans de communication, eux, prévoient surtout des affiches.',
      ),
      insight(
        'On ne sensibilise pas au pro bono en général : on propose à quelqu’un, un jour donné, une chose qu’il sait faire. La sensibilisation commence quand la proposition est assez précise pour être refusée.',
      ),
      insight(
        'Les associations découvrent le pro bono par leur banque, leur comptable ou leur mairie bien avant de nous trouver. Ces trois guichets les voient toutes ; aucun n’a de quoi répondre.',
      ),
      insight(
        'Le mot compte moins que l’exemple. « Une juriste a relu nos statuts en deux soirées » se comprend dans toutes les langues de la salle, y compris celles où « pro bono » n’existe pas.',
      ),
      insight(
        'Un événement par an fatigue tout le monde et ne laisse rien. Un rendez-vous mensuel d’une heure, toujours le même jour, se remplit de lui-même au bout de cinq mois.',
      ),
    ],
    'good-practices': [
      p('Qui peut dire quoi, et à qui ? Nous avons rempli le tableau à trois couleurs de feutre :'),
      table(
        ['Qui parle', 'À qui', 'Avec quoi', 'Ce qu’il ne sait pas faire seul'],
        [
          'Entreprise',
          'Ses salariés',
          'Un récit de collègue, un créneau réservé',
          'Trouver une association prête',
        ],
        [
          'Mairie',
          'Les associations de la ville',
          'Le guichet de la vie associative',
          'Garantir un volontaire',
        ],
        ['Association', 'Ses pairs', 'Le résultat, montré et prêté', 'Parler aux directions'],
        [
          'Intermédiaire',
          'Les trois',
          'Un calendrier et une première question',
          'Se faire entendre au-delà du cercle',
        ],
      ),
      p(
        bold('Le café du premier jeudi.'),
        ' À Varsovie comme à Nantes : une heure, trois associations, chacune pose une question en cinq minutes, et les personnes présentes disent ce qu’elles savent. La moitié des missions de l’année y naissent. Le ',
        link('mode d’emploi tient en une page', 'https://example.org/cafe-du-premier-jeudi'),
        '.',
      ),
      p(
        bold('Le coupon du comptable.'),
        ' Un cabinet glisse dans l’envoi des comptes annuels une carte : ',
        italic('« Une question que vous n’avez pas les moyens de poser ? Appelez ce numéro. »'),
        ' Quatre cents cartes, trente et un appels, douze missions.',
      ),
    ],
    recommendations: [
      recommendation(
        'Mairies et maisons des associations',
        'Former une personne par guichet à reconnaître un besoin de compétence et à passer la main, sans dossier à remplir.',
      ),
      recommendation(
        'Entreprises',
        'Réserver un créneau fixe, le même pour tous, plutôt qu’un quota d’heures que chacun doit défendre auprès de son responsable.',
      ),
      recommendation(
        'Intermédiaires',
        'Remplacer la campagne annuelle par un rendez-vous mensuel et garder l’argent de l’affiche pour le café.',
      ),
    ],
    actions: [
      action(
        'Inès T. et la maison des associations',
        '2016-11-24',
        'Tenir le premier café dans deux villes le même soir, et relier les deux salles par un appel de dix minutes.',
      ),
      action(
        'Marek J.',
        '2017-01-20',
        'Écrire à l’ordre des experts-comptables pour proposer le coupon, chiffres à l’appui.',
      ),
      action(
        'Deux mairies volontaires',
        '2017-03-15',
        'Former leurs guichets, compter pendant six mois les associations orientées et celles qui ont effectivement appelé.',
      ),
      action(
        'Ensemble du groupe',
        '2017-10-15',
        'Se retrouver avant la Pro Bono Week et dire ce qui a continué sans nous.',
      ),
    ],
    'open-questions': [
      question(
        'Faut-il un mot par langue ou un mot pour l’Europe ? Le vote a donné six voix à chacun, et une abstention souriante.',
      ),
      question('Comment sensibiliser sans créer une demande que nous ne saurons pas servir ?'),
      p('Idées notées et non discutées :'),
      list(
        'un module d’une heure dans les écoles de commerce et de travail social ;',
        'une émission de radio locale, une question par semaine ;',
        'les retraités récents, grands absents de la matinée.',
      ),
    ],
  },
};
