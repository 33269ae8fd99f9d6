import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that is soon full. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Makes the room again that `fill` took. */
  free(): void;
  /** Takes the disk away, with all that is on it. */
  remove(): void;
}

/** Mounts one; undefined where that cannot be done: only root on Linux may. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const path = mkdtempSync(join(tmpdir(), 'plenary-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    // A container may forbid even root to mount.
    rmSync(path, { recursive: true });
    return undefined;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    fill() {
      for (const size of [2 ** 20, 4096, 64]) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size));
        } catch {
          // Full, for pieces of this size.
        }
      }
    },
    free: () => rmSync(ballast),
    remove() {
      execFileSync('umount', [path]);
      rmSync(path, { recursive: true });
    },
  };
}
