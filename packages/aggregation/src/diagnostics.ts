import type { Lang } from '@plenary/programme';
import type { Diagnostic, Severity } from '@plenary/report-ast';
import { singleLine } from '@plenary/report-ast';

/** Every remark the compile can make: its severity, and its sentence in both languages about one thing. */
const RULES = {
  'document-missing': {
    severity: 'error',
    fr: (what) => `Le document du groupe « ${what} » n’a pas pu être lu : sa section est vide.`,
    en: (what) => `The document of the group “${what}” could not be read: its section is empty.`,
  },
  'document-of-no-group': {
    severity: 'error',
    fr: (what) =>
      `Le document « ${what} » n’appartient à aucun groupe du programme : il n’est pas dans le rapport.`,
    en: (what) => `The document “${what}” belongs to no group of the programme: it is not in the report.`,
  },
  'group-unplaced': {
    severity: 'warning',
    fr: (what) =>
      `La session du groupe « ${what} » ne figure à aucun jour du programme : le groupe est placé à la fin.`,
    en: (what) =>
      `The session of the group “${what}” is on no day of the programme: the group stands at the end.`,
  },
  'group-left-out': {
    severity: 'note',
    fr: (what) => `Rien n’a été écrit sur « ${what} » : le rapport n’en parle pas.`,
    en: (what) => `Nothing was written about “${what}”: the report leaves it out.`,
  },
  'required-part-empty': {
    severity: 'note',
    fr: (what) => `Rien n’est écrit sous «\u00A0${what}\u00A0», que le modèle demande de remplir.`,
    en: (what) => `Nothing is written under “${what}”, which the template asks to be filled.`,
  },
  'left-out-by-plan': {
    severity: 'warning',
    fr: (what) => `Le plan du rapport laisse de côté «\u00A0${what}\u00A0», où du texte a été écrit.`,
    en: (what) => `The plan of the report leaves out “${what}”, where something was written.`,
  },
  'plan-unknown': {
    severity: 'note',
    fr: (what) =>
      `Le plan du rapport nomme «\u00A0${what}\u00A0», qui n’existe plus\u00A0: rien n’en dépend.`,
    en: (what) => `The plan of the report names “${what}”, which is no longer there: nothing depends on it.`,
  },
  'plan-not-gathered': {
    severity: 'note',
    fr: (what) =>
      `Les éléments «\u00A0${what}\u00A0» ne peuvent pas être regroupés comme le demande le plan\u202F; ils se suivent.`,
    en: (what) => `The entries “${what}” cannot be gathered as the plan asks; they stand one after another.`,
  },
  'merge-outdated': {
    severity: 'note',
    fr: (what) =>
      `Une décision sur deux éléments proches ne vaut plus, parce que leur texte a changé (${what})\u00A0: décidez de nouveau.`,
    en: (what) =>
      `A decision about two outcomes that are much alike no longer counts, because their text has changed (${what}): decide again.`,
  },
  'look-too-light': {
    severity: 'warning',
    fr: (what) =>
      `La couleur ${what} est trop claire pour être lue\u202F; le rapport en prend une plus foncée.`,
    en: (what) => `The colour ${what} is too light to be read; the report takes a darker one.`,
  },
  'outcome-invalid': {
    severity: 'warning',
    fr: (what) => `Une valeur choisie n’est pas valable ; elle est imprimée telle quelle. ${what}`,
    en: (what) => `A picked value is not valid; it is printed as it is. ${what}`,
  },
  'outcome-without-id': {
    severity: 'warning',
    fr: (what) => `Un bloc « ${what} » n’a pas d’identifiant : le rapport lui en donne un, tiré de ses mots.`,
    en: (what) => `A block “${what}” has no id: the report gives it one, made from its words.`,
  },
  'outcome-id-repeated': {
    severity: 'warning',
    fr: (what) =>
      `L’identifiant « ${what} » sert à deux blocs : le second en reçoit un autre dans le rapport.`,
    en: (what) => `Two blocks have the id “${what}”: the second gets another one in the report.`,
  },
  'outcome-empty': {
    severity: 'note',
    fr: (what) => `Un bloc « ${what} » est vide : le rapport n’en parle pas.`,
    en: (what) => `A block “${what}” is empty: the report leaves it out.`,
  },
  'unknown-node': {
    severity: 'warning',
    fr: (what) => `Cette version ne connaît pas l’élément « ${what} » : ses mots sont gardés en paragraphes.`,
    en: (what) => `This version does not know the element “${what}”: its words are kept as paragraphs.`,
  },
  'unknown-mark': {
    severity: 'note',
    fr: (what) => `La mise en forme « ${what} » n’a pas d’équivalent dans le rapport : les mots sont gardés.`,
    en: (what) => `The formatting “${what}” has no counterpart in a report: the words are kept.`,
  },
  'too-deep': {
    severity: 'warning',
    fr: () => 'Un passage est imbriqué trop profondément : ses mots sont gardés en paragraphes simples.',
    en: () => 'A passage is nested too deep: its words are kept as plain paragraphs.',
  },
  'table-mended': {
    severity: 'note',
    fr: () => 'Un tableau n’était pas rectangulaire : des cellules vides ont été ajoutées.',
    en: () => 'A table was not rectangular: empty cells were added.',
  },
  'link-refused': {
    severity: 'warning',
    fr: (what) =>
      `« ${what} » n’est pas un lien sûr (http, https, mailto ou tel) : l’adresse est imprimée en texte.`,
    en: (what) =>
      `“${what}” is not a safe link (http, https, mailto or tel): the address is printed as text.`,
  },
  'suggestions-open': {
    severity: 'warning',
    fr: () =>
      'Des suggestions attendent une réponse\u00A0: le rapport montre le texte sans elles, tel qu’il est tant que personne ne les accepte.',
    en: () =>
      'Suggestions are waiting for an answer: the report shows the text without them, as it stands until somebody accepts them.',
  },
  'figure-without-alt': {
    severity: 'warning',
    fr: (what) =>
      `Personne n’a dit ce que montre une image (${what === '' ? 'sans légende' : what})\u00A0: qui ne la voit pas ne saura rien d’elle.`,
    en: (what) =>
      `Nobody said what a picture shows (${what === '' ? 'no caption' : what}): who does not see it learns nothing of it.`,
  },
  'figure-without-picture': {
    severity: 'warning',
    fr: (what) => `Une image n’est jamais arrivée\u202F; le rapport garde ses mots (${what}).`,
    en: (what) => `A picture never arrived; the report keeps its words (${what}).`,
  },
  'language-unknown': {
    severity: 'note',
    fr: (what) =>
      `«\u00A0${what}\u00A0» n’est pas un code de langue comme fr ou pt-BR\u00A0: le passage est donné sans langue.`,
    en: (what) =>
      `“${what}” is not a language tag such as fr or pt-BR: the passage is given without language.`,
  },
  'text-cleaned': {
    severity: 'note',
    fr: () => 'Des caractères invisibles qu’aucun format ne peut contenir ont été retirés.',
    en: () => 'Invisible characters that no format can hold were removed.',
  },
} as const satisfies Record<string, Rule>;

/** The id of a remark the compile can make. */
export type RuleId = keyof typeof RULES;

/** Makes a remark about one thing. The same remark about the same place is made once. */
export type Remark = (rule: RuleId, what: string, block?: string) => void;

/** Collects the remarks about one group, or about the whole report when no group is given. */
export function remarks(
  lang: Lang,
  group?: string,
): { readonly remark: Remark; readonly made: Diagnostic[] } {
  const seen = new Set<string>();
  const made: Diagnostic[] = [];
  const remark: Remark = (rule, what, block) => {
    const key = JSON.stringify([rule, what, block]);
    if (seen.has(key)) return;
    seen.add(key);
    const { severity, [lang]: say } = RULES[rule];
    const place = { ...(group !== undefined && { group }), ...(block !== undefined && { block }) };
    const message = say(shortened(singleLine(what)));
    made.push({ rule, severity, message, ...(Object.keys(place).length > 0 && { place }) });
  };
  return { remark, made };
}

interface Rule extends Readonly<Record<Lang, (what: string) => string>> {
  readonly severity: Severity;
}

/** A hostile name or address must not fill the list of remarks; this much recognises it. */
const LONGEST_SUBJECT = 120;

function shortened(what: string): string {
  return what.length > LONGEST_SUBJECT ? `${what.slice(0, LONGEST_SUBJECT).toWellFormed()}…` : what;
}
