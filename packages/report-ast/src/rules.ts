import type { Diagnostic, Severity } from './diagnostic.ts';
import type { LanguageTag } from './nodes.ts';

/** The rules `validate` checks, by the id of their diagnostics; SPEC.md says them in full. */
export type RuleId = keyof typeof rules;

/** How a check says that a rule is broken; `what` as for `broken`. */
export type Complain = (rule: RuleId, what: string) => void;

/** A remark that a rule is broken; `what` names the node or quotes the value. */
export function broken(rule: RuleId, what: string, lang: LanguageTag): Diagnostic {
  const { severity, fr, en } = rules[rule];
  const language = lang.toLowerCase().split('-')[0];
  return { rule, severity, message: (language === 'fr' ? fr : en)(excerpt(what)) };
}

interface Rule {
  readonly severity: Severity;
  readonly fr: (what: string) => string;
  readonly en: (what: string) => string;
}

const rules = {
  'report-version': {
    severity: 'error',
    fr: (what) =>
      `Le rapport a la version ${what}, que ce programme ne connaît pas\u202F; il faut le recompiler.`,
    en: (what) => `The report has version ${what}, which this program does not know; compile it again.`,
  },
  'anchor-shape': {
    severity: 'error',
    fr: (what) => `L’ancre «\u00A0${what}\u00A0» contient autre chose que a-z, 0-9 et des tirets.`,
    en: (what) => `The anchor “${what}” holds something other than a-z, 0-9 and hyphens.`,
  },
  'anchor-unique': {
    severity: 'error',
    fr: (what) => `Deux endroits du rapport portent l’ancre «\u00A0${what}\u00A0».`,
    en: (what) => `Two places of the report have the anchor “${what}”.`,
  },
  'reference-resolves': {
    severity: 'error',
    fr: (what) => `Un renvoi mène à «\u00A0${what}\u00A0», qui n’est pas dans le rapport.`,
    en: (what) => `A reference points to “${what}”, which is not in the report.`,
  },
  'text-not-empty': {
    severity: 'error',
    fr: (what) => `Un texte vide se trouve dans le rapport (${what}).`,
    en: (what) => `The report holds an empty text (${what}).`,
  },
  'text-well-formed': {
    severity: 'error',
    fr: (what) => `Le texte «\u00A0${what}\u00A0» contient un caractère de contrôle ou un demi-caractère.`,
    en: (what) => `The text “${what}” holds a control character or half a character.`,
  },
  'language-tag': {
    severity: 'error',
    fr: (what) => `«\u00A0${what}\u00A0» n’est pas un code de langue comme fr ou pt-BR.`,
    en: (what) => `“${what}” is not a language tag such as fr or pt-BR.`,
  },
  'link-protocol': {
    severity: 'error',
    fr: (what) => `Le lien «\u00A0${what}\u00A0» n’est pas une adresse http, https, mailto ou tel.`,
    en: (what) => `The link “${what}” is not an http, https, mailto or tel address.`,
  },
  'link-in-link': {
    severity: 'error',
    fr: (what) => `Un lien se trouve dans un autre lien (${what}).`,
    en: (what) => `A link stands inside another link (${what}).`,
  },
  'not-empty': {
    severity: 'error',
    fr: (what) => `Un élément qui doit contenir quelque chose est vide (${what}).`,
    en: (what) => `A node that has to hold something is empty (${what}).`,
  },
  'table-rectangular': {
    severity: 'error',
    fr: (what) => `Un tableau n’est pas rectangulaire (${what}).`,
    en: (what) => `A table is not rectangular (${what}).`,
  },
  'list-start': {
    severity: 'error',
    fr: (what) => `Une liste commence par un numéro impossible (${what}).`,
    en: (what) => `A list begins with an impossible number (${what}).`,
  },
  direction: {
    severity: 'error',
    fr: (what) => `«\u00A0${what}\u00A0» n’est pas un sens d’écriture\u202F; il faut ltr ou rtl.`,
    en: (what) => `“${what}” is not a direction of writing; it has to be ltr or rtl.`,
  },
  'span-says-nothing': {
    severity: 'error',
    fr: (what) => `Un passage ne dit ni sa langue ni son sens d’écriture (${what}).`,
    en: (what) => `A passage says neither its language nor its direction (${what}).`,
  },
  'footnote-holds': {
    severity: 'error',
    fr: (what) => `Une note contient un titre ou une autre note (${what}).`,
    en: (what) => `A footnote holds a section or another footnote (${what}).`,
  },
  'scope-of-header': {
    severity: 'error',
    fr: (what) => `Une cellule qui n’est pas un en-tête dit de quoi elle est l’en-tête (${what}).`,
    en: (what) => `A cell that is no header says what it is the header of (${what}).`,
  },
  'figure-asset': {
    severity: 'error',
    fr: (what) => `L’image «\u00A0${what}\u00A0» n’est pas nommée par son SHA-256.`,
    en: (what) => `The picture “${what}” is not named by its SHA-256.`,
  },
  'figure-size': {
    severity: 'error',
    fr: (what) => `La taille d’une image n’est pas en pixels entiers, largeur et hauteur (${what}).`,
    en: (what) => `The size of a picture is not in whole pixels, width and height (${what}).`,
  },
  look: {
    severity: 'error',
    fr: (what) => `«\u00A0${what}\u00A0» n’est ni une couleur comme #1f4e79 ni un papier, a4 ou letter.`,
    en: (what) => `“${what}” is neither a colour such as #1f4e79 nor a paper, a4 or letter.`,
  },
  depth: {
    severity: 'error',
    fr: (what) => `Des éléments sont imbriqués trop profondément (${what}).`,
    en: (what) => `Nodes are nested too deep (${what}).`,
  },
} as const satisfies Readonly<Record<string, Rule>>;

// A message is one sentence; the beginning of a long value is enough to find it again.
const MAX_EXCERPT = 60;

function excerpt(value: string): string {
  const characters = Array.from(value.toWellFormed().replaceAll(/\p{Cc}/gu, '\uFFFD'));
  return characters.length <= MAX_EXCERPT
    ? characters.join('')
    : `${characters.slice(0, MAX_EXCERPT).join('')}…`;
}
