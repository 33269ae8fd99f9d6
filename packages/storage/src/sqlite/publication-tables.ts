import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PublicationFacts, PublicationStore, PublishedFile } from '@plenary/programme';
import type { SyncForm } from './sync-form.ts';
import { inTransaction } from './transaction.ts';

/** The publication store over one SQLite connection. Every method is one transaction. */
export function createPublicationTables(db: DatabaseSync): SyncForm<PublicationStore> {
  const facts = db.prepare('SELECT data FROM publication WHERE summit = ?');
  const files = db.prepare(
    'SELECT name, media_type, size, hash FROM published_file WHERE summit = ? ORDER BY position',
  );
  const insertFile = db.prepare(
    'INSERT INTO published_file (summit, position, name, media_type, size, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertBytes = db.prepare('INSERT OR IGNORE INTO published_bytes (hash, bytes) VALUES (?, ?)');
  const findBytes = db.prepare(
    `SELECT bytes FROM published_file JOIN published_bytes USING (hash)
     WHERE published_file.summit = ? AND published_file.name = ?`,
  );

  const filesOf = (summit: string): readonly PublishedFile[] =>
    files.all(summit).map((row) => ({
      name: String(row['name']),
      mediaType: String(row['media_type']),
      size: Number(row['size']),
      hash: String(row['hash']),
    }));
  const remove = (summit: string): boolean => {
    db.prepare('DELETE FROM published_file WHERE summit = ?').run(summit);
    return db.prepare('DELETE FROM publication WHERE summit = ?').run(summit).changes > 0;
  };
  const forgetUnused = (): void => {
    db.exec('DELETE FROM published_bytes WHERE hash NOT IN (SELECT hash FROM published_file)');
  };

  return {
    publish(published, given) {
      const { summit } = published;
      return inTransaction(db, () => {
        remove(summit);
        db.prepare('INSERT INTO publication (summit, data) VALUES (?, ?)').run(
          summit,
          JSON.stringify(published),
        );
        for (const [position, { name, mediaType, bytes }] of given.entries()) {
          const hash = createHash('sha256').update(bytes).digest('hex');
          insertBytes.run(hash, bytes);
          insertFile.run(summit, position, name, mediaType, bytes.length, hash);
        }
        forgetUnused();
        return { ...published, files: filesOf(summit) };
      });
    },
    publication(summit) {
      const row = facts.get(summit);
      if (row === undefined) return undefined;
      // What `publish` stored.
      return { ...(JSON.parse(String(row['data'])) as PublicationFacts), files: filesOf(summit) };
    },
    publishedBytes(summit, name) {
      const row = findBytes.get(summit, name);
      if (row === undefined) return undefined;
      const { bytes } = row;
      if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes is not bytes; the database is damaged.');
      return bytes;
    },
    unpublish(summit) {
      return inTransaction(db, () => {
        const was = remove(summit);
        forgetUnused();
        return was;
      });
    },
  };
}
