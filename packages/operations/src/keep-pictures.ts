import { walk } from '@plenary/document';
import type { BoundPicture, Imported, ImportRemark } from '@plenary/importers';
import type { Summit } from '@plenary/programme';
import type { Asker } from './asker.ts';
import type { Context } from './context.ts';
import { keepPicture, type NotKept } from './pictures.ts';

/** What became of the pictures of a file. */
export interface KeptPictures {
  /** By what the figures of the file say. */
  readonly kept: ReadonlyMap<string, BoundPicture>;
  /** What is to be said about the others. */
  readonly remarks: readonly ImportRemark[];
}

/** Keeps the pictures that figures of a file show, in their order, as if each had been brought by itself. */
export async function keepPictures(
  context: Context,
  summit: Summit,
  group: string,
  { blocks, pictures }: Imported,
  asker: Asker,
): Promise<KeptPictures> {
  const shown = new Set<unknown>();
  walk({ type: 'doc', content: blocks }, ({ type, attrs }) => {
    if (type === 'figure') shown.add(attrs?.['asset']);
  });
  const kept = new Map<string, BoundPicture>();
  const counts = new Map<ImportRemark['rule'], number>();
  for (const { id, bytes } of pictures) {
    if (!shown.has(id)) continue;
    const picture = await keepPicture(context, summit, group, bytes, asker);
    if (typeof picture === 'string') {
      const rule = ruleOf(picture);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    } else kept.set(id, { asset: picture.id, width: picture.width, height: picture.height });
  }
  return { kept, remarks: Array.from(counts, ([rule, count]) => ({ rule, count })) };
}

function ruleOf(reason: NotKept): ImportRemark['rule'] {
  return reason === 'full' ? 'image-one-too-many' : 'image-unreadable';
}
