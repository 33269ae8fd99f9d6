import * as Y from 'yjs';
import type { ReplicaReport, WriterPlan } from '../writers/messages.ts';
import { openStockClient } from '../writers/stock-client.ts';
import { hashOf } from '../writers/text.ts';

/** Opens a document with an empty replica, waits for it to be synced, says what it sees, and leaves. */
export async function readFresh(url: string, { group, token }: WriterPlan): Promise<ReplicaReport> {
  const doc = new Y.Doc();
  let synced: (() => void) | undefined;
  const done = new Promise<void>((resolve) => {
    synced = resolve;
  });
  const client = openStockClient({ url, group, token, doc });
  client.provider.on('sync', (state: boolean) => {
    if (state) synced?.();
  });
  await done;
  const hash = hashOf(doc);
  client.destroy();
  doc.destroy();
  return { writer: 'a fresh client', group, hash, unsaved: 0 };
}
