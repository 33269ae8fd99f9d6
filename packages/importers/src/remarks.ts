import type { ImportRemark } from './importer.ts';
import type { RemarkRule } from './remark-rule.ts';

/** Counts remarks by rule while a file is read, with the words that are lost. */
export class Remarks {
  readonly #found = new Map<RemarkRule, { count: number; lost: string[] }>();

  /** Counts one more, or as many; `lost` is what a reader of the file would miss, and nothing when that is blank. */
  add(rule: RemarkRule, lost = '', count = 1): void {
    if (count === 0) return;
    const found = this.#found.get(rule) ?? { count: 0, lost: [] };
    found.count += count;
    if (lost.trim() !== '') found.lost.push(lost.replace(/\s+/g, ' ').trim());
    this.#found.set(rule, found);
  }

  /** Counts in what another reader found. */
  addAll(remarks: readonly ImportRemark[]): void {
    for (const { rule, count, lost = [] } of remarks) {
      const found = this.#found.get(rule) ?? { count: 0, lost: [] };
      found.count += count;
      found.lost.push(...lost);
      this.#found.set(rule, found);
    }
  }

  /** In the order in which they first occurred. */
  list(): readonly ImportRemark[] {
    return Array.from(this.#found, ([rule, { count, lost }]) => ({
      rule,
      count,
      ...(lost.length > 0 && { lost }),
    }));
  }
}
