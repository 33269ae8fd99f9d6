import type { DatabaseSync } from 'node:sqlite';
import { APPLICATION_ID, pragma } from './tables.ts';

/** Finds what is wrong with a database, as sentences; none when all is well. Reads one moment of a busy one. */
export function findDamage(db: DatabaseSync): readonly string[] {
  db.exec('BEGIN');
  try {
    if (pragma(db, 'application_id') !== APPLICATION_ID) return ['This is not a database of Plenary.'];
    const broken = db
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']));
    // A file that SQLite cannot walk would make what follows say nonsense.
    if (broken.join() !== 'ok') return broken.map((what) => `The file is damaged: ${what}`);
    return CHECKS.flatMap((query) =>
      db
        .prepare(query)
        .all()
        .map((row) => String(row['sentence'])),
    );
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
