import { readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** CPU seconds a process used in user and kernel since it began, all threads; NaN where there is no /proc. */
export function cpuSeconds(pid: number): number {
  return parseCpuSeconds(readProc(`/proc/${pid}/stat`));
}

/** The same from the text of `/proc/<pid>/stat`. */
export function parseCpuSeconds(stat: string): number {
  // The second field is the program's name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER_TIME]) + Number(fields[KERNEL_TIME])) / TICKS_PER_SECOND;
}

/** Fields 14 and 15 of the whole line. */
const USER_TIME = 11;
const KERNEL_TIME = 12;

/** Megabytes of memory a process holds; NaN where there is no /proc. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
