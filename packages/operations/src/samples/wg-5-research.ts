import { action, bold, insight, italic, link, list, p, question, recommendation, steps } from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “Les besoins en recherche”: a group that worked in two languages and kept both. */
export const research: SampleNotes = {
  session: 'd2-wg-5',
  writers: ['Moira C.', 'Antoine V.'],
  parts: {
    insights: [
      p(
        'Le groupe a travaillé en français et en anglais, chacun dans sa langue. Nous avons laissé les notes comme elles ont été prises : une traduction de plus aurait été une interprétation de plus.',
      ),
      p(
        'We started from a simple test: name one study that made you change how you work. Two people out of thirteen could. Everybody could name a study they had ',
        italic('quoted'),
        '. That gap is our subject.',
      ),
      insight(
        'Les chercheurs mesurent ce que les données permettent, et nos données permettent de compter des volontaires. Presque tout ce qui est publié parle donc des volontaires, presque rien des associations.',
      ),
      insight(
        'We do not need more evidence that pro bono “works”. We need to know when it does not, early enough to stop: which assignments should have been refused, and what was already visible in week one.',
      ),
      insight(
        'Un intermédiaire de taille moyenne détient sans le savoir dix ans de conventions, de bilans et de courriels : un corpus rare, que personne n’a jamais ouvert parce qu’il est rangé par année et par client.',
      ),
      insight(
        'A question that a practitioner can act on has a verb in it. “Impact of skills-based volunteering” has none; “should we pair junior and senior volunteers?” has one, and can be answered within a year.',
      ),
    ],
    'good-practices': [
      p('Ce qui a rendu utiles les rares études que nous avons utilisées :'),
      list(
        [
          bold('Une question venue du terrain'),
          ', reformulée avec le chercheur, puis relue par ceux qui l’avaient posée.',
        ],
        [
          bold('A null result published anyway'),
          ', because the partner had agreed to it in writing before the data came in.',
        ],
        [
          bold('Un résultat rendu deux fois'),
          ' : en douze pages pour les pairs, en une page pour celles et ceux qui décident.',
        ],
        [bold('Shared definitions'), ': what counts as one assignment, when it starts, when it is over.'],
      ),
      p(
        'A ready-made consent form and a two-page data agreement, both reusable, are kept in ',
        link('the group’s shared folder', 'https://example.org/research/consent-and-data'),
        '. They were written by a doctoral student as a pro bono assignment, which seemed only fair.',
      ),
    ],
    recommendations: [
      recommendation(
        'Universities and research funders',
        'Fund small, fast studies, six months and one question each, designed together with an intermediary and free to report that nothing happened.',
      ),
      recommendation(
        'Intermédiaires',
        'Adopter une fiche de mission commune de douze champs, remplie au début et à six mois, pour que les données de deux pays puissent enfin être mises côte à côte.',
      ),
      recommendation(
        'Global Pro Bono Network',
        'Keep a public list of open questions, each with a person behind it, and strike them out when they are answered. Une liste, pas un observatoire.',
      ),
    ],
    actions: [
      action(
        'Moira C. and the Scottish intermediary',
        '2016-12-01',
        'Publish the list of open questions below, with a contact for each, and invite three universities to choose one.',
      ),
      action(
        'Antoine V.',
        '2017-02-15',
        'Proposer la fiche de mission à douze champs, l’essayer sur vingt missions dans trois pays et supprimer les champs que personne ne remplit.',
      ),
      action(
        'Two doctoral students, one intermediary',
        '2017-09-15',
        'Read the abandoned assignments of the last five years and describe what could have been noticed in the first week.',
      ),
    ],
    'open-questions': [
      p('Les questions retenues, classées par le vote du groupe (trois gommettes chacun) :'),
      steps(
        'Which assignments should be refused, and what tells us early?',
        'Que reste-t-il dans l’association deux ans après, quand toutes les personnes ont changé ?',
        'Does a mixed team, junior and senior, serve the non-profit better than a senior one?',
        'Le pro bono remplace-t-il des achats, ou fait-il faire ce qui n’aurait jamais été acheté ?',
      ),
      question(
        'Qui a le droit de dire non à une étude : l’intermédiaire qui détient les données, ou l’association dont elles parlent ?',
      ),
      question(
        'Can a funder of pro bono also fund research on pro bono, and what must be written down first?',
      ),
    ],
  },
};
