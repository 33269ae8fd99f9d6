import type { ImportRemark } from './importer.ts';
import type { RemarkRule } from './remark-rule.ts';

/** The remark as a line for people, such as `Images become links to them: 3`. What was lost is not in it. */
export function remarkText({ rule, count }: ImportRemark, lang: 'fr' | 'en'): string {
  return `${WORDS[rule][lang]}${lang === 'fr' ? '\u00A0: ' : ': '}${count}`;
}

const WORDS = {
  'image-as-link': { fr: 'Images devenues des liens', en: 'Pictures that became links' },
  'image-as-text': {
    fr: 'Images non conservées, seule leur description l’est',
    en: 'Pictures not kept, only their descriptions',
  },
  'image-unreadable': {
    fr: 'Images d’un type non conservé, ou abîmées, seule leur description est gardée',
    en: 'Pictures of a kind that is not kept, or damaged, of which the description is left',
  },
  'image-one-too-many': {
    fr: 'Images au-delà de ce qu’un groupe peut avoir, seule leur description est gardée',
    en: 'Pictures beyond what a group may have, of which the description is left',
  },
  'link-as-text': {
    fr: 'Liens dont l’adresse est devenue du texte',
    en: 'Links whose address became text',
  },
  'link-left-out': {
    fr: 'Liens sans adresse utilisable ailleurs, gardés comme texte seul',
    en: 'Links whose address means nothing elsewhere, kept as text alone',
  },
  'html-as-text': { fr: 'Passages en HTML gardés tels quels', en: 'Passages of HTML kept as written' },
  'front-matter-as-text': {
    fr: 'Réglages en tête de fichier gardés comme texte',
    en: 'Settings at the top of the file kept as text',
  },
  'heading-level': { fr: 'Titres remontés au niveau 3', en: 'Headings brought up to level 3' },
  'footnote-as-text': {
    fr: 'Notes ou renvois sans leur pendant, gardés comme texte',
    en: 'Footnotes or references without their counterpart, kept as text',
  },
  'footnote-as-lines': {
    fr: 'Notes contenant listes, tableaux ou code, devenues des lignes',
    en: 'Footnotes with lists, tables or code that became lines',
  },
  'definition-as-text': {
    fr: 'Adresses inutilisées gardées comme texte',
    en: 'Unused addresses kept as text',
  },
  'code-settings-left-out': {
    fr: 'Réglages de blocs de code omis',
    en: 'Settings of code blocks left out',
  },
  'control-characters': {
    fr: 'Caractères invisibles remplacés par des espaces',
    en: 'Invisible characters replaced by spaces',
  },
  'formatting-as-text': {
    fr: 'Mise en forme trop abondante, gardée comme signes',
    en: 'Formatting beyond all measure, kept as signs',
  },
  'formatting-left-out': {
    fr: 'Mises en forme omises (souligné, surligné, couleur)',
    en: 'Formatting left out (underlined, highlighted, coloured)',
  },
  'script-left-out': {
    fr: 'Programmes et feuilles de style omis',
    en: 'Programs and style sheets left out',
  },
  'comment-left-out': {
    fr: 'Commentaires du code source omis',
    en: 'Remarks in the page’s source left out',
  },
  'page-title-left-out': { fr: 'Titre de la fenêtre omis', en: 'Title of the window left out' },
  'embed-as-link': {
    fr: 'Vidéos, sons et pages insérées devenus des liens',
    en: 'Films, sounds and inner pages that became links',
  },
  'embed-left-out': {
    fr: 'Vidéos, sons et objets insérés omis',
    en: 'Films, sounds and embedded objects left out',
  },
  'drawing-as-text': {
    fr: 'Dessins non conservés, seuls leurs mots le sont',
    en: 'Drawings not kept, only their words',
  },
  'formula-as-text': { fr: 'Formules gardées comme texte', en: 'Formulas kept as text' },
  'form-as-text': {
    fr: 'Champs de formulaire gardés comme texte',
    en: 'Fields of forms kept as text',
  },
  'encoding-guessed': {
    fr: 'Encodage deviné\u202F; relisez les lettres accentuées',
    en: 'Encoding guessed; look through the accented letters',
  },
  'page-header-left-out': {
    fr: 'En-têtes et pieds de page omis',
    en: 'Headers and footers of pages left out',
  },
  'deletion-left-out': {
    fr: 'Passages supprimés en suivi des modifications, omis',
    en: 'Passages deleted under tracked changes, left out',
  },
  'margin-comment-as-text': {
    fr: 'Commentaires en marge placés à la fin',
    en: 'Comments in the margin placed at the end',
  },
  'numbering-left-out': {
    fr: 'Listes qui ne comptent pas à partir de 1, à renuméroter',
    en: 'Lists that do not count from 1, to be numbered again',
  },
  'text-left-out': { fr: 'Passages non repris', en: 'Passages not taken over' },
  'authors-left-out': {
    fr: 'Auteurs dont les couleurs sont omises',
    en: 'Authors whose colours are left out',
  },
  'history-left-out': { fr: 'Versions antérieures omises', en: 'Earlier versions left out' },
  'contents-left-out': { fr: 'Tables des matières omises', en: 'Tables of contents left out' },
  'chat-left-out': { fr: 'Messages du clavardage omis', en: 'Messages of the chat left out' },
  'box-as-quote': { fr: 'Encadrés devenus des citations', en: 'Boxes that became quotations' },
  'file-left-out': {
    fr: 'Fichiers de l’archive omis',
    en: 'Files in the archive left out',
  },
} as const satisfies Readonly<Record<RemarkRule, { readonly fr: string; readonly en: string }>>;
