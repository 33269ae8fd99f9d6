import type { Asset } from '../assets.ts';
import { xml, type Xml, xmlFile } from '../xml/xml.ts';
import type { ZipEntry } from '../zip/zip.ts';
import { PACKAGE, RELATION_TYPES } from './namespaces.ts';

/** A part of the package that has relations of its own. */
export type Related = 'document' | 'footnotes';

/** What the parts of a package lead to: pictures inside it, pages outside; each once for each part. */
export class DocxParts {
  readonly #relations: Record<Related, { readonly ids: Map<string, string>; readonly written: Xml[] }> = {
    document: { ids: new Map(), written: [] },
    footnotes: { ids: new Map(), written: [] },
  };
  readonly #pictures = new Map<Asset, { readonly path: string; readonly bytes: Uint8Array }>();

  /** The id by which a part names a picture. */
  picture(part: Related, asset: Asset): string {
    const known = this.#pictures.get(asset);
    const path =
      known?.path ?? `media/picture${this.#pictures.size + 1}.${asset.type.slice('image/'.length)}`;
    if (known === undefined) this.#pictures.set(asset, { path, bytes: asset.bytes });
    return this.relate(part, 'image', path);
  }

  /** The id by which a part names a page outside. */
  page(part: Related, url: string): string {
    return this.relate(part, 'hyperlink', url, { TargetMode: 'External' });
  }

  relate(part: Related, type: string, target: string, more: Readonly<Record<string, string>> = {}): string {
    const { ids, written } = this.#relations[part];
    const key = `${type} ${target}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${ids.size + 1}`;
    ids.set(key, id);
    written.push(xml('Relationship', { Id: id, Type: `${RELATION_TYPES}/${type}`, Target: target, ...more }));
    return id;
  }

  entries(): readonly ZipEntry[] {
    const relations = (['document', 'footnotes'] as const).flatMap((part) => {
      const { written } = this.#relations[part];
      if (written.length === 0) return [];
      return [{ path: `word/_rels/${part}.xml.rels`, data: relationsFile(written) }];
    });
    const pictures = [...this.#pictures.values()].map(({ path, bytes }) => ({
      path: `word/${path}`,
      data: bytes,
      stored: true,
    }));
    return [...relations, ...pictures];
  }
}

/** A file of relations. */
export function relationsFile(relations: readonly Xml[]): string {
  return xmlFile(xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, relations));
}
