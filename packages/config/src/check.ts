/** Types, lint, format and house, one after the other: `node packages/config/src/check.ts`. */
import path from 'node:path';
import { CHECKS, runStep } from './run/step.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const failed = CHECKS.filter((step) => !runStep(root, step)).map(({ name }) => name);
console.log(failed.length === 0 ? '\ncheck: all is well' : `\ncheck: ${failed.join(', ')} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
