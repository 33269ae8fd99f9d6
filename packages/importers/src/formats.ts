import type { Importer } from './importer.ts';
import { markdown } from './markdown/markdown.ts';

/** Every format a group may bring along. One line a format. */
export const importers: readonly Importer[] = [markdown];

/** The importer for a file, by the ending of its name; undefined where there is none. */
export function importerFor(fileName: string): Importer | undefined {
  const name = fileName.toLowerCase();
  return importers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
