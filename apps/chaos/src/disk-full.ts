/** `node apps/chaos/src/disk-full.ts [--seed N] [--times N]`: people write while the disk fills up; root on Linux only. */
import { parseArgs } from 'node:util';
import { runFullDisk } from './faults/full-disk.ts';
import { mountSmallDisk } from './faults/small-disk.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, times: { type: 'string', default: '1' } },
});
for (let time = 0; time < Number(values.times); time += 1) {
  const disk = mountSmallDisk(24);
  if (disk === undefined) {
    console.log('skipped: a small disk can only be made by root on Linux');
    break;
  }
  try {
    const seed = Number(values.seed) + time;
    const which = time % 2 === 0 ? 'everybody stays' : 'everybody leaves';
    const result = await runFullDisk(disk, seed, which);
    console.log(JSON.stringify({ seed, which, ...result }));
    if (result.broken.length > 0) process.exitCode = 3;
  } finally {
    disk.remove();
  }
}
