/** Measured durations, kept all, so that a percentile is one of them and no estimate. */
export class Samples {
  #values = new Float64Array(1 << 12);
  #count = 0;
  #sorted = true;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
    this.#sorted = false;
  }

  get count(): number {
    return this.#count;
  }

  /** The smallest value that at least `share` (0 to 1) of all values do not exceed; NaN without values. */
  percentile(share: number): number {
    if (!this.#sorted) {
      this.#values.subarray(0, this.#count).sort();
      this.#sorted = true;
    }
    const rank = Math.max(1, Math.ceil(share * this.#count));
    return this.#count === 0 ? Number.NaN : (this.#values[Math.min(rank, this.#count) - 1] ?? Number.NaN);
  }
}
