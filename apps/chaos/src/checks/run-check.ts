/** `node apps/chaos/src/checks/run-check.ts <check>`: prints what is wrong as JSON; exit code 3 when something is. */
import { CHECKS, isCheckName } from './checks.ts';

const name = process.argv[2];
if (!isCheckName(name))
  throw new Error(`There is no check ${name}; choose ${Object.keys(CHECKS).join(', ')}.`);
const broken = await CHECKS[name]();
console.log(JSON.stringify(broken));
// Rooms keep timers for presence; nothing here waits for them.
process.exit(broken.length === 0 ? 0 : 3);
