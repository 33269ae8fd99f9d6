import type { Anchor } from '@plenary/report-ast';

/**
 * Names of places as word processors take them: letters, digits and low lines, forty characters at most, not beginning with a digit. Each
 * anchor has one name and each name one anchor; it stays the same as long as the anchor does, unless that is longer than a name may be.
 */
export class Bookmarks {
  readonly #names = new Map<Anchor, string>();

  nameOf(anchor: Anchor): string {
    const known = this.#names.get(anchor);
    if (known !== undefined) return known;
    // An anchor holds no low line, so nothing else turns into this name.
    const plain = `s_${anchor.replaceAll('-', '_')}`;
    const name = plain.length <= LONGEST ? plain : `t_${this.#names.size + 1}_${plain.slice(2, 24)}`;
    this.#names.set(anchor, name);
    return name;
  }
}

/** What Word allows; it cuts longer names, and then nothing leads there. */
const LONGEST = 40;
