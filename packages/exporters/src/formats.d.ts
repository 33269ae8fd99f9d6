import type { Exporter } from './exporter.ts';
/** A format as a list or a dialog shows it; the exporter itself is loaded when it is asked for. */
export interface Format {
  readonly id: string;
  readonly label: {
    readonly fr: string;
    readonly en: string;
  };
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  load(): Promise<Exporter>;
}
/** Every format of this package: one entry each, in the order in which a person is offered them. */
export declare const formats: readonly [
  {
    readonly id: 'html';
    readonly label: {
      readonly fr: 'Page web';
      readonly en: 'Web page';
    };
    readonly mediaType: 'text/html;charset=utf-8';
    readonly extension: 'html';
    readonly load: () => Promise<Exporter>;
  },
  {
    readonly id: 'md';
    readonly label: {
      readonly fr: 'Markdown';
      readonly en: 'Markdown';
    };
    readonly mediaType: 'text/markdown;charset=utf-8';
    readonly extension: 'md';
    readonly load: () => Promise<Exporter>;
  },
  {
    readonly id: 'json';
    readonly label: {
      readonly fr: 'Données (JSON)';
      readonly en: 'Data (JSON)';
    };
    readonly mediaType: 'application/json';
    readonly extension: 'json';
    readonly load: () => Promise<Exporter>;
  },
];
/** What `--format` and `?format=` may say. */
export type FormatId = (typeof formats)[number]['id'];
/** The format with that id, or undefined. */
export declare function findFormat(id: string): Format | undefined;
