/** `error`: something is wrong with the report. `warning`: a person should look. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A named remark about input, with its place. The rule's severity is declared beside the rule. */
export interface Diagnostic {
  /** Stable id, such as `outcome-invalid`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence in the report's language: what is wrong and, where something can be done, what. */
  readonly message: string;
  /** Where: a group id, and the block inside it when there is one. */
  readonly place?: { readonly group?: string; readonly block?: string };
}
