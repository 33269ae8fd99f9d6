import { newBlockId } from '@plenary/document';
import * as Y from 'yjs';
import { type Draft, type DraftStorage, keepDraft } from './drafts.ts';
import { copiesOf, openOfflineCopy } from './offline-copy.ts';
import { decodeConfirmed, unconfirmedBlocks } from './unconfirmed-text.ts';

/**
 * Copies of earlier epochs can never be merged again: the section was reopened or restored since. What they hold
 * and the server never got becomes a draft, blocks that are in the section all the same (`isTaken`) left out; then they are deleted. A draft the device refuses keeps its copy.
 */
export async function salvageOlderCopies(
  person: string,
  group: string,
  current: string,
  storage: DraftStorage,
  isTaken: (text: string) => boolean,
): Promise<readonly { readonly draft: Draft; readonly kept: boolean }[]> {
  const drafts: { draft: Draft; kept: boolean }[] = [];
  for (const name of await copiesOf(person, group)) {
    if (name === current) continue;
    const doc = new Y.Doc();
    const copy = await openOfflineCopy(name, doc);
    if (!copy) continue;
    const blocks = unconfirmedBlocks(doc, decodeConfirmed(copy.confirmed)).filter((text) => !isTaken(text));
    if (blocks.length === 0) {
      await copy.remove();
    } else {
      const id = newBlockId((count) => crypto.getRandomValues(new Uint8Array(count)));
      const draft = { id, at: Date.now(), blocks };
      const kept = keepDraft(storage, person, group, draft);
      drafts.push({ draft, kept });
      await (kept ? copy.remove() : copy.close());
    }
    doc.destroy();
  }
  return drafts;
}
