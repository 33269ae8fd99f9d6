/**
 * Where `plenary` begins. Node keeps what it compiled, so that the next command does not take the types out of the program and compile it
 * again, which is most of what a small command costs. This file is JavaScript because the part of Node that takes types out is loaded for the
 * first file that has any and was not kept.
 *
 * It is kept beside the packages and not in the folder for temporary files: whoever can write here can change the program anyway, whereas
 * there anybody on the machine could be first. Where nobody may write, it is not kept, and nothing else changes.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const KEPT = fileURLToPath(new URL('../../../node_modules/.cache/plenary', import.meta.url));
// Read by Node, and inherited by what a command starts: a server, the engine of PDF files.
process.env.NODE_COMPILE_CACHE ||= KEPT;
enableCompileCache();

await import('../src/main.ts');
