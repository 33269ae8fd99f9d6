import type { DatabaseSync } from 'node:sqlite';
import type { Picture, PictureStore, PictureType } from '@plenary/programme';
import type { SyncForm } from './sync-form.ts';
import { inTransaction } from './transaction.ts';

/** The picture store over one SQLite connection. Every method is one transaction. */
export function createPictureTables(db: DatabaseSync): SyncForm<PictureStore> {
  const known = db.prepare('SELECT 1 FROM picture WHERE summit = ? AND id = ?');
  const group = db.prepare('SELECT 1 FROM summit_group WHERE summit = ? AND id = ?');
  const brought = db.prepare('SELECT count(*) AS count FROM picture WHERE grp = ?');
  const insert = db.prepare(
    `INSERT INTO picture (summit, id, grp, author, at, type, width, height, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare('SELECT type, width, height, bytes FROM picture WHERE summit = ? AND id = ?');
  const types = db.prepare('SELECT id, type FROM picture WHERE summit = ?');

  return {
    addPicture({ id, type, width, height, bytes }, origin, most) {
      return inTransaction(db, () => {
        if (group.get(origin.summit, origin.group) === undefined)
          throw new Error(`There is no group ${origin.group} in summit ${origin.summit}.`);
        if (known.get(origin.summit, id) !== undefined) return 'kept';
        if (Number(brought.get(origin.group)?.['count']) >= most) return 'full';
        const { summit, group: of, author, at } = origin;
        insert.run(summit, id, of, author, at, type, width, height, bytes);
        return 'kept';
      });
    },
    pictureTypes(summit) {
      // The column holds what a `PictureType` was when `addPicture` stored it.
      return new Map(types.all(summit).map(({ id, type }) => [String(id), String(type) as PictureType]));
    },
    picture(summit, id) {
      const row = find.get(summit, id);
      if (row === undefined) return undefined;
      const { type, width, height, bytes } = row;
      if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes is not bytes; the database is damaged.');
      // The column holds what a `PictureType` was when `addPicture` stored it.
      return {
        id,
        type: String(type) as Picture['type'],
        width: Number(width),
        height: Number(height),
        bytes,
      };
    },
  };
}
