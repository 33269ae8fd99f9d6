import type { Anchor } from '@plenary/report-ast';

/** The anchor of a group's section: made from its id, so that links into the report outlive a compile. */
export function groupAnchor(id: string): Anchor {
  return `g-${namePart(id)}`;
}

/** The anchor of a session that several groups write about. */
export function sessionAnchor(id: string): Anchor {
  return `s-${namePart(id)}`;
}

/** The anchor of an outcome's box. */
export function outcomeAnchor(id: string): Anchor {
  return `o-${namePart(id)}`;
}

/** The anchor of all outcomes of a kind in the synthesis. */
export function synthesisAnchor(kind: string): Anchor {
  return `synthesis-${namePart(kind)}`;
}

/** A title as part of an anchor: Latin letters without accents, digits, single hyphens; may be empty. */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-|-$/g, '');
}

/** Eight hexadecimal digits that follow from a text alone (FNV-1a over UTF-16 units): no secret, only a name. */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Hands out each anchor once: the second to ask for a name gets it with `-2`, and so on. */
export class Anchors {
  readonly #taken = new Set<Anchor>();
  readonly #last = new Map<Anchor, number>();

  /** The wished anchor, or the first free one after it. */
  take(wished: Anchor): Anchor {
    let anchor = wished;
    let count = this.#last.get(wished) ?? 1;
    while (this.#taken.has(anchor)) {
      count += 1;
      anchor = `${wished}-${count}`;
    }
    this.#last.set(wished, count);
    this.#taken.add(anchor);
    return anchor;
  }
}

/** An address is read aloud and typed; a title's first words are enough to tell it from its neighbours. */
const LONGEST_SLUG = 48;
const CLEAN_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id as part of an anchor. One that is not a slug already is told apart by its fingerprint: `Ab` and `aB` have one slug. */
export function namePart(id: string): string {
  return CLEAN_ID.test(id) ? id : [slug(id), fingerprintOf(id)].filter((part) => part !== '').join('-');
}
