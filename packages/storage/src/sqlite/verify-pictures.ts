import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** The pictures that are not what they were named by when they were stored; one in memory at a time. */
export function findDamagedPictures(db: DatabaseSync): readonly string[] {
  const damage: string[] = [];
  for (const { summit, id, bytes } of db
    .prepare('SELECT summit, id, bytes FROM picture ORDER BY key')
    .iterate()) {
    const found = bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : undefined;
    if (found !== id)
      damage.push(`Picture ${String(id)} of summit ${String(summit)} is not what was stored.`);
  }
  return damage;
}
