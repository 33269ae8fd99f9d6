import type { SummitStore } from '@plenary/programme';
import type { DocumentStore } from '@plenary/sync';
import { MemoryDocuments } from './memory-documents.ts';
import { createMemorySummits } from './memory-summits.ts';

/** Both stores in memory: nothing is durable. For tests. */
export function createMemoryStores(): { readonly documents: DocumentStore; readonly summits: SummitStore } {
  const documents = new MemoryDocuments();
  return { documents, summits: createMemorySummits(documents) };
}
