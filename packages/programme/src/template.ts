import type { Lang } from './model.ts';

/** A session kind: how its group documents come about and start. Data, not code; see `templates/*.json`. */
export interface SessionKind {
  readonly id: string;
  /** Whether each host of the session gets a document of its own, when the programme names hosts. */
  readonly documentPerHost: boolean;
  readonly label: Readonly<Record<Lang, string>>;
  readonly template: Readonly<Record<Lang, Template>>;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
}

export interface TemplatePart {
  /** Stable across languages and rewordings; stamped on the heading it seeds. `[a-z-]+` */
  readonly id: string;
  readonly heading: string;
  /** Shown where the part is still empty; never stored in a document. */
  readonly prompt: string;
  /** Kinds of outcome the part hopes for; ids of outcome blocks. */
  readonly expects: readonly string[];
}
