import { runFault, type FaultResult } from './fault-run.ts';
import type { SmallDisk } from './small-disk.ts';

/** What happens while the disk is full. */
export type FullDiskCase = 'everybody stays' | 'everybody leaves';

/** People write while the disk fills up; they are told; then there is room again. */
export async function runFullDisk(disk: SmallDisk, seed: number, which: FullDiskCase): Promise<FaultResult> {
  return runFault({
    seed,
    writers: WRITERS,
    pauseMs: 60,
    disk: disk.path,
    async harm(scene) {
      const { crew } = scene;
      disk.fill();
      // Until everybody was told, an echo of what was stored before may still be on its way.
      await scene.refused(WRITERS);
      const whenTold = crew.saved;
      // Whoever was told comes again, and is told again, as long as there is no room.
      await scene.refused(2 * WRITERS);
      if (crew.saved !== whenTold)
        scene.remark(`${crew.saved - whenTold} edits were shown as saved on a full disk.`);
      if (which === 'everybody leaves') await crew.kill();
      disk.free();
      if (which === 'everybody leaves') await scene.replaceCrew();
    },
  });
}

const WRITERS = 8;
