import { createHash } from 'node:crypto';
import type { Publication, PublicationStore, SummitStore } from '@plenary/programme';

/** The publication store that goes with the summits of a memory store. Bytes are copied in, as a database would. */
export function createMemoryPublications(summits: Pick<SummitStore, 'summit'>): PublicationStore {
  const publications = new Map<string, Publication>();
  const bytesOf = new Map<string, Uint8Array>();

  const forgetUnused = (): void => {
    const used = new Set([...publications.values()].flatMap(({ files }) => files.map(({ hash }) => hash)));
    for (const hash of bytesOf.keys()) if (!used.has(hash)) bytesOf.delete(hash);
  };

  return {
    async publish(facts, files) {
      if ((await summits.summit(facts.summit))?.id !== facts.summit)
        throw new Error(`There is no summit ${facts.summit}.`);
      if (new Set(files.map(({ name }) => name)).size < files.length)
        throw new Error('Two files of a publication have the same name.');
      const kept = files.map(({ name, mediaType, bytes }) => {
        const hash = createHash('sha256').update(bytes).digest('hex');
        bytesOf.set(hash, bytes.slice());
        return { name, mediaType, size: bytes.length, hash };
      });
      const publication = { ...structuredClone(facts), files: kept };
      publications.set(facts.summit, publication);
      forgetUnused();
      return publication;
    },
    async publication(summit) {
      return structuredClone(publications.get(summit));
    },
    async publishedBytes(summit, name) {
      const file = publications.get(summit)?.files.find((candidate) => candidate.name === name);
      return file && bytesOf.get(file.hash);
    },
    async unpublish(summit) {
      const was = publications.delete(summit);
      forgetUnused();
      return was;
    },
  };
}
