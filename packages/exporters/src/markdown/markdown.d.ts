import type { Exporter } from '../exporter.ts';
/** The report as GitHub's Markdown: to go on writing in, to convert, to read anywhere. */
export declare const markdown: Exporter;
