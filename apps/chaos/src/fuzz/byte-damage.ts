import type { Random } from '@plenary/testing';

/** Damages bytes in one of the ways in which lines, disks and enemies do. */
export function damage(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const damaged = random.pick(WAYS)(random, bytes, others);
  return random.chance(0.2) ? random.pick(WAYS)(random, damaged, others) : damaged;
}

type Way = (random: Random, bytes: Uint8Array, others: readonly Uint8Array[]) => Uint8Array;

const WAYS: readonly Way[] = [
  /** One bit. */
  (random, bytes) => changed(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  /** One byte. */
  (random, bytes) => changed(bytes, random, () => random.below(256)),
  /** A number one higher or lower. */
  (random, bytes) => changed(bytes, random, (byte) => (byte + (random.chance(0.5) ? 1 : 255)) & 255),
  /** Cut off. */
  (random, bytes) => bytes.slice(0, random.below(bytes.length + 1)),
  /** Something behind. */
  (random, bytes) => joined(bytes, noise(random, 1 + random.below(8))),
  /** A piece left out. */
  (random, bytes) => {
    const from = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + random.below(8)));
  },
  /** A piece twice. */
  (random, bytes) => {
    const from = random.below(bytes.length + 1);
    const to = Math.min(bytes.length, from + 1 + random.below(32));
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  /** The end of another. */
  (random, bytes, others) => {
    const other = random.pick(others);
    return joined(
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    );
  },
  /** A number as large as numbers get. */
  (random, bytes) => {
    const at = random.below(bytes.length + 1);
    const large = Uint8Array.from({ length: 1 + random.below(9) }, () => 255);
    return joined(bytes.subarray(0, at), large, Uint8Array.of(random.below(128)), bytes.subarray(at + 1));
  },
];

function changed(bytes: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  if (copy.length === 0) return copy;
  const at = random.below(copy.length);
  copy[at] = change(copy[at] ?? 0);
  return copy;
}

/** Bytes without meaning. */
export function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
