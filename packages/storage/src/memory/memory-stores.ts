import type { PictureStore, PublicationStore, SummitStore } from '@plenary/programme';
import type { DocumentStore } from '@plenary/sync';
import { MemoryDocuments } from './memory-documents.ts';
import { createMemoryPictures } from './memory-pictures.ts';
import { createMemoryPublications } from './memory-publications.ts';
import { createMemorySummits } from './memory-summits.ts';

/** All stores in memory: nothing is durable. For tests. */
export function createMemoryStores(): {
  readonly documents: DocumentStore;
  readonly summits: SummitStore;
  readonly pictures: PictureStore;
  readonly publications: PublicationStore;
} {
  const documents = new MemoryDocuments();
  const summits = createMemorySummits(documents);
  return {
    documents,
    summits,
    pictures: createMemoryPictures(summits),
    publications: createMemoryPublications(summits),
  };
}
