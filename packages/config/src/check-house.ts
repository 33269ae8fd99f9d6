/** Checks the habits of the house that no compiler knows: `node packages/config/src/check-house.ts [folder…]`. */
import path from 'node:path';
import { inspect } from './house/inspect.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folders = process.argv.slice(2);
const findings = inspect(root).filter(
  (finding) => folders.length === 0 || folders.some((folder) => finding.startsWith(folder)),
);
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? 'house: nothing to remark' : `house: ${findings.length} to mend`);
process.exitCode = findings.length === 0 ? 0 : 1;
