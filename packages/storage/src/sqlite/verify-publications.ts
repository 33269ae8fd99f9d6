import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** The files of published reports that are not what was published; one in memory at a time. */
export function findDamagedPublications(db: DatabaseSync): readonly string[] {
  const damage: string[] = [];
  const files = db.prepare(
    'SELECT summit, name, hash, bytes FROM published_file JOIN published_bytes USING (hash) ORDER BY summit, position',
  );
  for (const { summit, name, hash, bytes } of files.iterate()) {
    const found = bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : undefined;
    if (found !== hash)
      damage.push(
        `File ${String(name)} of the published report of summit ${String(summit)} is not what was published.`,
      );
  }
  return damage;
}
