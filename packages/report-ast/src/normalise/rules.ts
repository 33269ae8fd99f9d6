import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { LanguageTag } from '../nodes.ts';

/** What normalising does to a report, by the id of its diagnostics. */
export type NormaliseRule = keyof typeof RULES;

/** Collects what was mended; the same about the same thing once. */
export function mended(lang: LanguageTag): {
  readonly say: (rule: NormaliseRule, what?: string) => void;
  readonly said: Diagnostic[];
} {
  const language = lang.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
  const seen = new Set<string>();
  const said: Diagnostic[] = [];
  const say = (rule: NormaliseRule, what = ''): void => {
    const key = `${rule} ${what}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { severity, [language]: sentence } = RULES[rule];
    said.push({ rule, severity, message: sentence(excerpt(what)) });
  };
  return { say, said };
}

interface Rule {
  readonly severity: Severity;
  readonly fr: (what: string) => string;
  readonly en: (what: string) => string;
}

/** In the order in which a reader of the sources meets them: text, links, anchors, languages, shape, pictures, fonts. */
const RULES = {
  'normalise-text': {
    severity: 'note',
    fr: () => 'Des caractères qu’aucun format ne peut contenir, ou des textes vides, ont été retirés.',
    en: () => 'Characters that no format can hold, or empty texts, were removed.',
  },
  'normalise-link': {
    severity: 'warning',
    fr: (what) =>
      `«\u00A0${what}\u00A0» n’est pas un lien qu’un rapport puisse suivre\u202F; ses mots sont gardés.`,
    en: (what) => `“${what}” is no link that a report can follow; its words are kept.`,
  },
  'normalise-anchor': {
    severity: 'note',
    fr: (what) => `L’ancre «\u00A0${what}\u00A0» a dû être changée.`,
    en: (what) => `The anchor “${what}” had to be changed.`,
  },
  'normalise-reference': {
    severity: 'warning',
    fr: (what) =>
      `Un renvoi menait à «\u00A0${what}\u00A0», qui n’est pas dans le rapport\u202F; ses mots sont gardés.`,
    en: (what) => `A reference led to “${what}”, which is not in the report; its words are kept.`,
  },
  'normalise-language': {
    severity: 'note',
    fr: (what) =>
      `«\u00A0${what}\u00A0» n’est ni une langue ni un sens d’écriture\u202F; le passage n’en dit rien.`,
    en: (what) =>
      `“${what}” is neither a language nor a direction of writing; the passage says nothing of it.`,
  },
  'normalise-shape': {
    severity: 'note',
    fr: (what) => `Un élément vide ou mal formé a été réparé (${what}).`,
    en: (what) => `An empty or misshapen node was mended (${what}).`,
  },
  'normalise-depth': {
    severity: 'warning',
    fr: () => 'Un passage était imbriqué trop profondément\u202F; ses mots sont gardés en un paragraphe.',
    en: () => 'A passage was nested too deep; its words are kept as a paragraph.',
  },
  'normalise-picture': {
    severity: 'warning',
    fr: (what) => `Une image n’est pas là (${what})\u202F; le rapport garde ses mots.`,
    en: (what) => `A picture is not there (${what}); the report keeps its words.`,
  },
  'normalise-look': {
    severity: 'note',
    fr: (what) =>
      `«\u00A0${what}\u00A0» ne convient pas à l’apparence du rapport\u202F; la sienne est gardée.`,
    en: (what) => `“${what}” cannot be part of the look of the report; its own is kept.`,
  },
  'normalise-glyph': {
    severity: 'warning',
    fr: (what) =>
      `Ce qu’aucune police de ce format ne connaît y est remplacé par «\u00A0\uFFFD\u00A0» (${what})\u202F; les autres formats le gardent.`,
    en: (what) =>
      `What no font of this format has is replaced by “\uFFFD” in it (${what}); the other formats keep it.`,
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** A message is one sentence; the beginning of a long value is enough to find it again. */
const LONGEST = 60;

function excerpt(value: string): string {
  const characters = Array.from(value.toWellFormed().replaceAll(/\p{Cc}/gu, '\uFFFD'));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}
