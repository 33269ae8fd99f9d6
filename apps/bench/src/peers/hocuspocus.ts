/** Peer: Hocuspocus, storing in SQLite as its own extension does. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const database = new DatabaseSync(join(process.env['DATA_DIR'] ?? '.', 'hocuspocus.sqlite'));
// Schema and statements of @hocuspocus/extension-sqlite 4.7.0.
database.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = database.prepare('SELECT data FROM "documents" WHERE name = :name');
const upsert = database.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES (:name, :data) ON CONFLICT(name) DO UPDATE SET data = :data',
);

const server = new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const data = select.get({ name: documentName })?.['data'];
        return data instanceof Uint8Array ? data : null;
      },
      store: async ({ documentName, state }) => {
        upsert.run({ name: documentName, data: state });
      },
    }),
  ],
});
await server.listen();
