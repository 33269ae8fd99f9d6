import { runTool } from './tools.ts';

/** A PDF as qpdf takes it apart. */
export interface Dissected {
  /** The titles of the outline, in reading order. */
  readonly outline: readonly string[];
  /** Every dictionary that is an object of its own. */
  readonly dictionaries: readonly Readonly<Record<string, unknown>>[];
}

/** Takes a PDF apart. Rejects, with what is wrong, where it is not sound. */
export async function dissect(file: string): Promise<Dissected> {
  await runTool('qpdf', ['--check', file]);
  // qpdf's own form, version 2 of it.
  const { outlines, qpdf } = JSON.parse(
    await runTool('qpdf', ['--json=2', '--json-stream-data=none', file]),
  ) as { readonly outlines: readonly Bookmark[]; readonly qpdf: readonly [unknown, Objects] };
  return {
    outline: outlines.flatMap(titlesOf),
    dictionaries: Object.values(qpdf[1]).flatMap(({ value }) => (isDictionary(value) ? [value] : [])),
  };
}

interface Bookmark {
  readonly title: string;
  readonly kids: readonly Bookmark[];
}

/** By number. A stream has no `value`. */
type Objects = Readonly<Record<string, { readonly value?: unknown }>>;

function titlesOf({ title, kids }: Bookmark): readonly string[] {
  return [title, ...kids.flatMap(titlesOf)];
}

function isDictionary(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
