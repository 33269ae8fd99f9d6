/**
 * Loaded into a server before its own code: at each SIGUSR2 its wall clock jumps by the next number of milliseconds in
 * `CLOCK_JUMPS_MS`, and says so on stderr. Timers go by the machine's own clock, which never jumps, as they do for real.
 */
const jumps = (process.env['CLOCK_JUMPS_MS'] ?? '').split(',').map(Number);
const now = Date.now;
const real = globalThis.Date;
let offset = 0;

const shifted = (): number => now() + offset;

globalThis.Date = new Proxy(real, {
  construct: (target, args: []) => (args.length === 0 ? new target(shifted()) : new target(...args)),
  get: (target, name): unknown => (name === 'now' ? shifted : Reflect.get(target, name)),
});

process.on('SIGUSR2', () => {
  offset += jumps.shift() ?? 0;
});
