import type { Lang } from '@plenary/programme';

/** Everything the command line says of its own accord. `{name}` stands for the parameter of that name. */
const SENTENCES = {
  'database-url': {
    fr: 'DATABASE_URL est défini, mais cette version enregistre seulement dans DATA_DIR. Retirez DATABASE_URL et recommencez.',
    en: 'DATABASE_URL is set, but this version stores in DATA_DIR only. Unset DATABASE_URL and try again.',
  },
  'public-url': {
    fr: 'PUBLIC_URL doit être l’adresse que l’on ouvre, par exemple PUBLIC_URL=https://sommet.example.org.',
    en: 'PUBLIC_URL must be the address people open, for example PUBLIC_URL=https://summit.example.org.',
  },
  port: {
    fr: 'PORT doit être un nombre de 1 à 65535, par exemple PORT=3000.',
    en: 'PORT must be a number from 1 to 65535, for example PORT=3000.',
  },
  'folder-in-use': {
    fr: 'Un autre programme utilise {folder} et ne répond pas. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.',
    en: 'Another program is using {folder} and does not answer. Stop it, or choose another folder with DATA_DIR.',
  },
  'folder-unusable': {
    fr: 'Le dossier de données {folder} ne peut pas être ouvert ({reason}). Vérifiez DATA_DIR et les droits.',
    en: 'The data folder {folder} cannot be opened ({reason}). Check DATA_DIR and its permissions.',
  },
  'data-missing': {
    fr: 'Il n’y a pas de données de Plenary dans {folder}. Vérifiez DATA_DIR, ou créez un sommet avec « plenary create ».',
    en: 'There is no Plenary data in {folder}. Check DATA_DIR, or make a summit with “plenary create”.',
  },
  'folder-not-empty': {
    fr: 'Le dossier de données {folder} n’est pas vide, et une restauration ne remplace rien. Choisissez un nouveau dossier avec DATA_DIR.',
    en: 'The data folder {folder} is not empty, and a restore replaces nothing. Choose a new folder with DATA_DIR.',
  },
  'server-lost': {
    fr: 'Le serveur s’est arrêté avant de répondre. Vérifiez le résultat, puis recommencez.',
    en: 'The server stopped before it answered. Check the result, then try again.',
  },
  'file-missing': {
    fr: 'Le fichier {file} n’existe pas. Vérifiez son chemin.',
    en: 'There is no file {file}. Check its path.',
  },
  'file-unreadable': {
    fr: 'Le fichier {file} ne peut pas être lu ({reason}).',
    en: 'The file {file} cannot be read ({reason}).',
  },
  'file-too-large': {
    fr: 'Le fichier {file} est trop gros (au plus {max}).',
    en: 'The file {file} is too large (at most {max}).',
  },
  'file-not-written': {
    fr: 'Le fichier {file} ne peut pas être écrit ({reason}). Choisissez un dossier qui existe et où vous pouvez écrire.',
    en: 'The file {file} cannot be written ({reason}). Choose a folder that exists and that you may write to.',
  },
  'file-exists': {
    fr: 'Le fichier {file} existe déjà. Choisissez un autre nom : une copie n’en écrase jamais une autre.',
    en: 'The file {file} exists already. Choose another name: a backup never overwrites another.',
  },
  'summit-unknown': {
    fr: 'Il n’y a pas de sommet « {summit} » ici. « plenary summits » les énumère.',
    en: 'There is no summit “{summit}” here. “plenary summits” lists them.',
  },
  'group-unknown': {
    fr: 'Aucun groupe de ce sommet, ou plus d’un, ne s’appelle « {group} ». « plenary groups {summit} » donne les identifiants.',
    en: 'No group of this summit, or more than one, goes by “{group}”. “plenary groups {summit}” tells their ids.',
  },
  'section-signed': {
    fr: 'La section « {group} » est signée. « plenary reopen {summit} {group} » la rouvre.',
    en: 'The section “{group}” is signed. “plenary reopen {summit} {group}” opens it again.',
  },
  'restore-refused': {
    fr: 'La copie {file} n’a pas été restaurée : {reason}',
    en: 'The backup {file} was not restored: {reason}',
  },
  'backup-failed': {
    fr: 'La copie n’a pas pu être écrite dans {file} ({reason}).',
    en: 'The backup could not be written to {file} ({reason}).',
  },
  'data-damaged': {
    fr: 'Les données ont {count} défaut(s), énumérés ci-dessus. Restaurez une copie avec « plenary restore ».',
    en: 'The data has {count} fault(s), listed above. Restore a backup with “plenary restore”.',
  },
  unexpected: {
    fr: 'Erreur inattendue : {reason}',
    en: 'Unexpected error: {reason}',
  },
  'option-unknown': {
    fr: 'L’option {what} n’existe pas. « plenary help » montre les commandes.',
    en: 'There is no option {what}. “plenary help” shows the commands.',
  },
  'command-unknown': {
    fr: 'La commande {what} n’existe pas. « plenary help » montre les commandes.',
    en: 'There is no command {what}. “plenary help” shows the commands.',
  },
  'command-missing': {
    fr: 'Indiquez une commande. « plenary help » les montre.',
    en: 'Say which command. “plenary help” shows them.',
  },
  'argument-missing': {
    fr: 'Il manque {what}. « plenary help {command} » montre comment l’écrire.',
    en: 'The {what} is missing. “plenary help {command}” shows how to write it.',
  },
  'arguments-excess': {
    fr: 'Il y a trop d’arguments. « plenary help {command} » montre comment l’écrire.',
    en: 'There are too many arguments. “plenary help {command}” shows how to write it.',
  },
  'value-invalid': {
    fr: 'La valeur donnée à {what} n’est pas possible. « plenary help {command} » montre les choix.',
    en: 'The value given to {what} is not possible. “plenary help {command}” shows the choices.',
  },
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;

/** The name of something the command line can say. */
export type Sentence = keyof typeof SENTENCES;

/** The sentence in a language, its parameters filled in. */
export function say(sentence: Sentence, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return SENTENCES[sentence][lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
