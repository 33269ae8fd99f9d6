import { strFromU8, unzipSync } from 'fflate';

/** What a ZIP archive holds. */
export interface Unzipped {
  /** In the order of the archive. */
  readonly paths: readonly string[];
  /** The file with this path as text, or undefined where there is none. */
  text(path: string): string | undefined;
  bytes(path: string): Uint8Array | undefined;
}

/**
 * Unpacks an archive that this package made, or one that claims to be of such a format; throws for what is no archive.
 * It does not defend against archives made to fill the memory: a file from outside goes through the importers.
 */
export function unzip(archive: Uint8Array): Unzipped {
  const files = new Map(Object.entries(unzipSync(archive)));
  return {
    paths: [...files.keys()],
    text: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? undefined : strFromU8(bytes);
    },
    bytes: (path) => files.get(path),
  };
}
