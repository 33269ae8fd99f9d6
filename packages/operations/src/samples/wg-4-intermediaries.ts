import { action, bold, insight, link, list, p, question, recommendation, table } from './notes.ts';
import type { SampleNotes } from './notes.ts';

/** “La valeur des intermédiaires du pro bono”: what they do that a website does not. */
export const intermediaries: SampleNotes = {
  session: 'd2-wg-4',
  writers: ['Beatriz S.', 'Hugo D.'],
  parts: {
    insights: [
      p(
        'Question d’échauffement : que se passerait-il demain si nous fermions tous ? Réponse honnête : les grandes entreprises continueraient avec les grandes associations, et personne ne s’en rendrait compte avant un an. Notre valeur est donc ',
        bold('dans ce qui n’arriverait pas'),
        ', et c’est pour cela qu’elle se voit mal.',
      ),
      insight(
        'On nous achète une mise en relation et nous livrons une traduction. L’entreprise parle en livrables, l’association en urgences ; quelqu’un doit faire la phrase que les deux peuvent signer.',
      ),
      insight(
        'Notre travail est visible quand il manque. Les deux entreprises de la table qui avaient essayé seules citent la même raison d’abandon : personne pour dire non à temps.',
      ),
      insight(
        'Plus nous réussissons, plus nous disparaissons du récit. L’association remercie le volontaire, l’entreprise remercie l’association, et la photo est prise sans nous.',
      ),
    ],
    'good-practices': [
      p(
        'Ce que fait un intermédiaire, compté en heures sur une mission ordinaire de dix jours de volontaires. Moyenne de quatre structures, chiffres ramenés de mémoire puis vérifiés au téléphone pendant la pause :',
      ),
      table(
        ['Étape', 'Heures', 'Ce qui se passe si on la saute'],
        ['Diagnostic avec l’association', '9', 'On répond à la mauvaise question'],
        ['Recherche et accord des volontaires', '6', 'Les plus disponibles remplacent les plus utiles'],
        ['Cadrage à trois', '4', 'La mission s’étend sans fin'],
        ['Suivi, relances, un conflit sur cinq', '11', 'Abandon silencieux à la sixième semaine'],
        ['Bilan et appel à six mois', '3', 'Personne n’apprend rien'],
      ),
      p(
        'Trente-trois heures de métier pour quatre-vingts heures données : voilà une phrase qui se retient. Elle a été ',
        link('mise en image', 'https://example.org/trente-trois-heures'),
        ' par un bénévole pendant le déjeuner.',
      ),
      list(
        'Dire le prix de ce travail avant d’en dire la valeur : les partenaires respectent un devis.',
        'Montrer la mission refusée aussi souvent que la mission réussie.',
        'Faire parler les entreprises qui ont essayé sans nous, et qui sont revenues.',
      ),
    ],
    recommendations: [
      recommendation(
        'Intermédiaires',
        'Afficher sur chaque convention les heures d’accompagnement à côté des heures données, avec la même taille de caractères.',
      ),
      recommendation(
        'Entreprises partenaires',
        'Nommer l’intermédiaire dans le récit de la mission, comme on nomme l’architecte d’un bâtiment.',
      ),
      recommendation(
        'Pouvoirs publics',
        'Reconnaître l’accompagnement comme une dépense éligible dans les appels à projets, au même titre que la formation des bénévoles.',
      ),
    ],
    actions: [
      action(
        'Beatriz S.',
        '2016-11-15',
        'Envoyer à tous le tableau des trente-trois heures, avec une colonne vide à remplir dans chaque pays.',
      ),
      action(
        'Intermédiaires ibériques et allemands',
        '2017-01-31',
        'Recueillir six témoignages d’entreprises qui ont essayé seules, y compris celles qui y sont parvenues.',
      ),
      action(
        'Hugo D. et un juriste volontaire',
        '2017-09-30',
        'Préparer un argumentaire de deux pages pour rendre l’accompagnement éligible aux fonds publics nationaux et européens.',
      ),
    ],
    'open-questions': [
      question(
        'Devons-nous facturer les associations, même symboliquement ? Trois pays le font, cinq s’y refusent, aucun ne regrette.',
      ),
      question(
        'Que devient notre rôle quand une plateforme met en relation en deux clics ? Peut-être ceci : tout, sauf les deux clics.',
      ),
      question('Existe-t-il un seuil en dessous duquel l’accompagnement coûte plus qu’il n’apporte ?'),
    ],
  },
};
