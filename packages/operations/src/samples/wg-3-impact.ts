import { action, bold, insight, italic, link, list, p, question, quote, recommendation } from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “Communiquer l’impact du pro bono”: how to say what it changes without overclaiming. */
export const impact: SampleNotes = {
  session: 'd2-wg-3',
  writers: ['Karin L.', 'Jules M.'],
  parts: {
    insights: [
      p(
        'Nous avons posé sur la table nos propres brochures et rayé tout ce que nous ne saurions pas défendre devant un journaliste. Il est resté peu de chose : des heures, des euros, des sourires. Les heures disent l’effort, les euros disent un tarif, les sourires disent qu’il y avait un photographe.',
      ),
      insight(
        'Valoriser une mission au tarif d’un cabinet parle aux entreprises et gêne les associations : elles lisent le prix de ce qu’elles n’auraient jamais acheté.',
      ),
      insight(
        'L’effet le plus durable n’est presque jamais celui de la demande. On vient pour un plan de communication, et ce qui reste deux ans après, c’est une réunion d’équipe le lundi.',
      ),
      insight(
        'Une histoire datée, située, avec un échec dedans, est crue et reprise. Une moyenne européenne n’est ni l’un ni l’autre.',
      ),
      quote(
        'On m’a demandé combien la mission nous avait rapporté. J’ai répondu qu’elle nous avait coûté quarante heures et une certitude. C’était la bonne nouvelle.',
        'Directrice d’une épicerie solidaire, citée par un participant',
      ),
    ],
    'good-practices': [
      p('Ce que nous garderions si nous ne pouvions publier qu’une page :'),
      list(
        [bold('Avant'), ' : ce que l’association ne pouvait pas faire, en une phrase écrite par elle.'],
        [
          bold('Pendant'),
          ' : qui a donné quoi, en heures, associations comprises. Leurs heures comptent aussi.',
        ],
        [bold('Après'), ' : ce qui est encore utilisé à six mois, vérifié par un appel de dix minutes.'],
        [bold('Sinon'), ' : ce qui n’a pas marché, et ce que l’on ferait autrement.'],
      ),
      p(
        'Un intermédiaire allemand tient ainsi un ',
        link('journal de missions', 'https://example.org/journal-de-missions'),
        ' depuis 2013 : une page par mission, toujours les quatre mêmes rubriques, relue par l’association avant parution. Les journalistes y piochent seuls ; le service de presse ne leur écrit plus.',
      ),
      p(
        'Sur les moyens de diffusion, une remarque de bon sens : les dirigeants lisent ce que leurs pairs publient, les volontaires ce que leurs collègues racontent, les associations ce que leur réseau imprime. ',
        italic('Aucun des trois ne lit notre lettre d’information.'),
      ),
    ],
    recommendations: [
      recommendation(
        'Intermédiaires',
        'Publier pour chaque mission une page à quatre rubriques — avant, pendant, après, sinon — relue par l’association, et ne rien publier quand elle ne le souhaite pas.',
      ),
      recommendation(
        'Global Pro Bono Network',
        'Convenir de trois chiffres communs, et de trois seulement : missions achevées, heures données de part et d’autre, résultats encore utilisés à six mois.',
      ),
      recommendation(
        'Entreprises',
        'Demander au volontaire de raconter la mission à ses collègues avant de la confier à la communication. Le récit interne recrute, l’affiche décore.',
      ),
    ],
    actions: [
      action(
        'Jules M. et deux rédactrices bénévoles',
        '2016-12-31',
        'Écrire le modèle de page, avec un exemple réussi et un exemple raté, en français, en anglais et en allemand.',
      ),
      action(
        'Cinq intermédiaires volontaires',
        '2017-04-30',
        'Appeler toutes les associations accompagnées au deuxième trimestre 2016 et noter ce qui est encore utilisé.',
      ),
      action(
        'Équipe de la Pro Bono Week',
        '2017-10-23',
        'Ouvrir la prochaine semaine par vingt récits de missions, dont cinq qui n’ont pas abouti.',
      ),
    ],
    'open-questions': [
      question(
        'Peut-on additionner des heures d’avocat et des heures de graphiste sans raconter n’importe quoi ?',
      ),
      question(
        'Qui paie l’appel à six mois ? Personne ne l’a dans son budget, tout le monde veut le chiffre.',
      ),
      question('Comment parler d’un échec sans désigner l’association qui l’a vécu ?'),
    ],
  },
};
