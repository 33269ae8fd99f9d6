/**
 * The words of a report written as JSON, as any reader of the file would find them: the title page, then the parts,
 * every string that stands under a key of text, in reading order. It knows keys, not node types.
 */
export declare function wordsOfJson(report: unknown): string;
