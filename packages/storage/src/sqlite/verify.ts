import type { DatabaseSync } from 'node:sqlite';
import {
  APPLICATION_ID,
  CHAINED_SINCE,
  isNewer,
  PICTURES_SINCE,
  pragma,
  PUBLICATIONS_SINCE,
} from './tables.ts';
import { createDocumentCheck } from './verify-document.ts';
import { findDamagedPictures } from './verify-pictures.ts';
import { findDamagedPublications } from './verify-publications.ts';

/**
 * Finds what is wrong with a database, as sentences; none when all is well. Reads one moment of a busy one: first the
 * file, then the numbers, then every document's log from the seed on, one document in memory at a time, then
 * every picture and every published file.
 */
export async function findDamage(db: DatabaseSync): Promise<readonly string[]> {
  db.exec('BEGIN');
  try {
    if (pragma(db, 'application_id') !== APPLICATION_ID) return ['This is not a database of Plenary.'];
    const version = pragma(db, 'user_version');
    if (isNewer(version)) return ['This data was written by a newer Plenary. Use that version.'];
    const broken = db
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']));
    // A file that SQLite cannot walk would make what follows say nonsense.
    if (broken.join() !== 'ok') return broken.map((what) => `The file is damaged: ${what}`);
    const damage = CHECKS.flatMap((query) =>
      db
        .prepare(query)
        .all()
        .map((row) => String(row['sentence'])),
    );
    const checkDocument = createDocumentCheck(db, version >= CHAINED_SINCE);
    // The list is short, the logs are not: only the former is held.
    for (const document of db.prepare('SELECT * FROM document ORDER BY key').all())
      damage.push(...(await checkDocument(document)));
    if (version >= PICTURES_SINCE) damage.push(...findDamagedPictures(db));
    if (version >= PUBLICATIONS_SINCE) damage.push(...findDamagedPublications(db));
    return damage;
  } catch (error) {
    return [`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    db.exec('ROLLBACK');
  }
}

/** Each finds offenders and says what is wrong with them. */
const CHECKS: readonly string[] = [
  `SELECT 'A row of ' || "table" || ' points to nothing in ' || parent || '.' AS sentence FROM pragma_foreign_key_check`,

  `SELECT CASE WHEN min(u.seq) = 1
      THEN 'The log of document ' || d.id || ' has a gap: ' || count(u.seq) || ' updates, the newest ' || max(u.seq)
        || ', expected ' || d.seq || '.'
      ELSE 'The log of document ' || d.id || ' has lost its seed.' END AS sentence
    FROM document d LEFT JOIN document_update u ON u.document = d.key
    GROUP BY d.key
    HAVING count(u.seq) <> d.seq OR min(u.seq) IS NOT 1 OR max(u.seq) IS NOT d.seq`,

  `SELECT 'The snapshot of document ' || d.id || ' is ahead of its log (' || s.seq || ').' AS sentence
    FROM document d JOIN document_snapshot s ON s.document = d.key WHERE s.seq > d.seq`,

  `SELECT 'Document ' || id || ' was signed at ' || sealed_seq || ' and has gone on to ' || seq || '.' AS sentence
    FROM document WHERE sealed_seq <> seq`,
];
