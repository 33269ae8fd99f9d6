/**
 * Everything that can go wrong for a person, as `application/problem+json` (RFC 9457): a stable `code`,
 * an HTTP status, and one sentence in the reader's language that says what is wrong and what to do.
 */

export interface Problem {
  /** `urn:plenary:problem:<code>` */
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

export type ProblemLang = 'fr' | 'en';

interface Entry {
  readonly status: number;
  readonly fr: string;
  readonly en: string;
}

/** `{name}` in a sentence stands for the parameter of that name. */
const PROBLEMS = {
  'code-unknown': {
    status: 404,
    fr: 'Ce code n’existe pas ici. Vérifiez-le auprès de l’organisateur, lettre par lettre.',
    en: 'There is no such code here. Check it with the organiser, letter by letter.',
  },
  'invitation-revoked': {
    status: 410,
    fr: 'Cette invitation n’est plus valable. Demandez-en une nouvelle à l’organisateur.',
    en: 'This invitation is no longer valid. Ask the organiser for a new one.',
  },
  'name-taken': {
    status: 409,
    fr: 'Quelqu’un porte déjà le nom « {name} » dans ce sommet. Ajoutez une initiale ou votre organisation.',
    en: 'Someone is already called “{name}” in this summit. Add an initial or your organisation.',
  },
  'name-empty': { status: 422, fr: 'Indiquez votre nom.', en: 'Enter your name.' },
  'name-too-long': {
    status: 422,
    fr: 'Ce nom est trop long. Utilisez au plus {max} caractères.',
    en: 'This name is too long. Use at most {max} characters.',
  },
  'name-characters': {
    status: 422,
    fr: 'Ce nom contient des caractères invisibles. Saisissez-le de nouveau au clavier.',
    en: 'This name holds invisible characters. Type it again by hand.',
  },
  'session-missing': {
    status: 401,
    fr: 'Vous n’avez pas encore rejoint ce sommet. Ouvrez votre lien d’invitation ou saisissez son code.',
    en: 'You have not joined this summit yet. Open your invitation link or enter its code.',
  },
  forbidden: {
    status: 403,
    fr: 'Votre invitation ne permet pas cela. Demandez à l’organisateur.',
    en: 'Your invitation does not allow this. Ask the organiser.',
  },
  'origin-foreign': {
    status: 403,
    fr: 'Cette demande vient d’un autre site et a été refusée. Ouvrez Plenary par son propre lien.',
    en: 'This request came from another site and was refused. Open Plenary by its own link.',
  },
  'summit-unknown': {
    status: 404,
    fr: 'Ce sommet n’existe pas ici. Vérifiez l’adresse.',
    en: 'There is no such summit here. Check the address.',
  },
  'group-unknown': {
    status: 404,
    fr: 'Ce groupe n’existe pas dans ce sommet. Revenez au programme.',
    en: 'There is no such group in this summit. Go back to the programme.',
  },
  'session-unknown': {
    status: 404,
    fr: 'Cette séance n’existe pas dans le programme. Revenez au programme.',
    en: 'There is no such session in the programme. Go back to the programme.',
  },
  'invitation-unknown': {
    status: 404,
    fr: 'Cette invitation n’existe pas dans ce sommet.',
    en: 'There is no such invitation in this summit.',
  },
  'page-unknown': {
    status: 404,
    fr: 'Il n’y a rien à cette adresse.',
    en: 'There is nothing at this address.',
  },
  'section-moved-on': {
    status: 409,
    fr: 'Le texte a changé depuis votre lecture. Relisez la nouvelle version, puis signez-la.',
    en: 'The text has changed since you read it. Read the new version, then sign it.',
  },
  'section-signed': {
    status: 423,
    fr: 'Cette section est signée. Demandez à l’organisateur de la rouvrir.',
    en: 'This section is signed. Ask the organiser to reopen it.',
  },
  'section-not-signed': {
    status: 409,
    fr: 'Cette section n’est pas signée : il n’y a rien à rouvrir.',
    en: 'This section is not signed, so there is nothing to reopen.',
  },
  'plan-moved-on': {
    status: 409,
    fr: 'Quelqu’un d’autre vient de changer le plan du rapport. Regardez-le, puis refaites votre changement.',
    en: 'Someone else has just changed the plan of the report. Look at it, then make your change again.',
  },
  'outcome-moved-on': {
    status: 409,
    fr: 'L’un des deux textes a changé depuis votre lecture. Relisez-les, puis décidez.',
    en: 'One of the two texts has changed since you read it. Read them again, then decide.',
  },
  'format-unknown': {
    status: 400,
    fr: 'Le format « {format} » n’existe pas. Choisissez parmi : {formats}.',
    en: 'There is no format “{format}”. Choose one of: {formats}.',
  },
  'report-not-published': {
    status: 404,
    fr: 'Ce rapport n’est pas publié, ou ne l’est plus. Demandez-le à l’organisateur.',
    en: 'This report is not published, or no longer is. Ask the organiser for it.',
  },
  'export-unknown': {
    status: 404,
    fr: 'Ce fichier n’est plus là. Demandez-le de nouveau.',
    en: 'This file is no longer here. Ask for it again.',
  },
  'export-too-many': {
    status: 429,
    fr: 'Beaucoup de fichiers sont déjà en cours pour vous. Attendez qu’ils soient prêts.',
    en: 'Many files are being made for you already. Wait until they are ready.',
  },
  'pdf-unavailable': {
    status: 501,
    fr: 'Ce serveur ne peut pas faire de PDF\u00A0: le moteur Typst n’existe pas pour cette machine ou n’y est pas installé. Choisissez un autre format\u00A0; le format Word s’enregistre en PDF.',
    en: 'This server cannot make PDF files: the Typst engine does not exist for this machine or is not installed on it. Choose another format; a Word file can be saved as PDF.',
  },
  'pdf-too-large': {
    status: 503,
    fr: 'Ce rapport demande trop de temps ou de mémoire pour en faire un PDF. Réessayez plus tard, ou choisissez un autre format.',
    en: 'This report takes too much time or memory to be made into a PDF. Try again later, or choose another format.',
  },
  'pdf-refused': {
    status: 500,
    fr: 'Le moteur n’a pas pu composer ce rapport en PDF. Choisissez un autre format, et signalez-le à qui tient ce serveur.',
    en: 'The engine could not set this report as PDF. Choose another format, and tell whoever keeps this server.',
  },
  'audit-failed': {
    status: 500,
    fr: 'L’export a été arrêté : il manquerait du texte ({missing}). Rien n’a été produit ; signalez-le à l’organisateur technique.',
    en: 'The export was stopped because text would be missing ({missing}). Nothing was produced; report this to your operator.',
  },
  'request-malformed': {
    status: 400,
    fr: 'La demande est mal formée : {reason}',
    en: 'The request is malformed: {reason}',
  },
  'request-too-large': {
    status: 413,
    fr: 'La demande est trop volumineuse (au plus {max}).',
    en: 'The request is too large (at most {max}).',
  },
  'programme-invalid': {
    status: 422,
    fr: 'Le programme ne peut pas être lu : {reason}',
    en: 'The programme cannot be read: {reason}',
  },
  'file-unreadable': {
    status: 422,
    fr: 'Le fichier « {file} » ne peut pas être lu : {reason}',
    en: 'The file “{file}” cannot be read: {reason}',
  },
  'file-missing': {
    status: 400,
    fr: 'La demande ne contient pas de fichier, ou pas son nom. Envoyez le fichier tel quel, et son nom dans l’adresse (?name=notes.docx).',
    en: 'There is no file in the request, or no name of it. Send the file as it is, and its name in the address (?name=notes.docx).',
  },
  'file-too-large': {
    status: 413,
    fr: 'Ce fichier est trop volumineux (au plus 40\u00A0Mo). Retirez-en de grandes images, ou coupez-le en plusieurs fichiers.',
    en: 'This file is too large (at most 40\u00A0MB). Take large pictures out of it, or cut it into several files.',
  },
  'picture-kind': {
    status: 415,
    fr: 'Ce fichier n’est pas une image que l’on peut garder. Enregistrez-la en JPEG ou en PNG et ajoutez-la de nouveau.',
    en: 'This file is not a picture that can be kept. Save it as JPEG or PNG and add it again.',
  },
  'picture-damaged': {
    status: 422,
    fr: 'Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la de nouveau et ajoutez-la encore une fois.',
    en: 'This picture is damaged or incomplete. Open it, save it again and add it once more.',
  },
  'picture-too-large': {
    status: 413,
    fr: 'Cette image est trop grande (au plus 20 Mo et 64 millions de pixels). Réduisez-la et ajoutez-la de nouveau.',
    en: 'This picture is too large (at most 20 MB and 64 million pixels). Make it smaller and add it again.',
  },
  'pictures-full': {
    status: 409,
    fr: 'Ce groupe a déjà {max} images, c’est le maximum. Celle-ci n’a pas été ajoutée.',
    en: 'This group has {max} pictures already, which is the most there can be. This one was not added.',
  },
  'picture-unknown': {
    status: 404,
    fr: 'Cette image n’existe pas dans ce sommet.',
    en: 'There is no such picture in this summit.',
  },
  'too-many-requests': {
    status: 429,
    fr: 'Trop de demandes en peu de temps. Attendez une minute et réessayez.',
    en: 'Too many requests in a short time. Wait a minute and try again.',
  },
  'storage-failed': {
    status: 503,
    fr: 'Le serveur ne peut pas enregistrer en ce moment (disque plein ?). Rien n’a été changé ; réessayez plus tard.',
    en: 'The server cannot store anything at the moment (disk full?). Nothing was changed; try again later.',
  },
  internal: {
    status: 500,
    fr: 'Le serveur a rencontré une erreur. Réessayez ; si cela continue, prévenez l’organisateur.',
    en: 'The server met an error. Try again; if it goes on, tell the organiser.',
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown where a person asked for something that cannot be done; carries no private text beyond its parameters. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(
    code: ProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}

/** The sentence for a person, in their language. */
export function problemSentence(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>>,
  lang: ProblemLang,
): string {
  return PROBLEMS[code][lang].replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}

/** The body of an error response. */
export function problemOf(error: ProblemError, lang: ProblemLang): Problem {
  const detail = problemSentence(error.code, error.params, lang);
  return {
    type: `urn:plenary:problem:${error.code}`,
    code: error.code,
    title: error.code,
    status: PROBLEMS[error.code].status,
    detail,
  };
}
