import type { Exporter } from '../exporter.ts';
/** The machine-readable report: the report itself, its keys in one fixed order, indented by two blanks. */
export declare const json: Exporter;
