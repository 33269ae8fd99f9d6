import type { Exporter } from '../exporter.ts';
/** The report as one web page: to read on a phone or a wall, to print, to keep for years. */
export declare const html: Exporter;
