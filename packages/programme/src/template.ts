import type { Lang } from './lang.ts';

/** A session kind: how its group documents come about and start. Data, not code; see `templates/*.json`. */
export interface SessionKind {
  readonly id: string;
  /** Whether each host of the session gets a document of its own, when the programme names hosts. */
  readonly documentPerHost: boolean;
  /** Whether a group that wrote nothing is left out of the report: a bar-camp topic that was not held. */
  readonly leavesNothingWhenEmpty?: boolean;
  readonly label: Readonly<Record<Lang, string>>;
  readonly template: Readonly<Record<Lang, KindTemplate>>;
}

/** How a document before the sections is called and starts. */
export interface FrontTemplate {
  readonly id: string;
  readonly label: Readonly<Record<Lang, string>>;
  readonly template: Readonly<Record<Lang, Template>>;
}

/** A template as a kind writes it: parts that repeat are still one. `templateFor` resolves them. */
export interface KindTemplate {
  readonly parts: readonly KindTemplatePart[];
}

export interface KindTemplatePart extends TemplatePart {
  /** `speakers`: one such part for each speaker of the session, headed by the name; as it stands when there is none. */
  readonly repeat?: 'speakers';
}

/** The template of one group document, in one language. */
export interface Template {
  readonly parts: readonly TemplatePart[];
}

export interface TemplatePart {
  /** Stable across languages and rewordings; stamped on the heading it seeds. `[a-z0-9-]+`, unique in its template. */
  readonly id: string;
  readonly heading: string;
  /** Shown where the part is still empty; never stored in a document. */
  readonly prompt: string;
  /** Kinds of outcome the part hopes for; ids of outcome blocks. */
  readonly expects: readonly string[];
  /** The most words the part should have. Told to the writers; nothing is ever cut. */
  readonly words?: number;
  /** Whether the part has to be filled. Told to the writers and with the report; nothing is held back. */
  readonly required?: boolean;
}
