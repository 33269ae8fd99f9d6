import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeCompiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { ARRANGEMENTS } from './arrangements.ts';
import type { Answer, Request } from './messages.ts';

/** Sets files with Typst, in this process and without giving way to anything else in it. */
export interface Engine {
  set(request: Request): Answer;
}

/** Loads the engine. Throws where there is none for this machine. */
export async function loadEngine(fonts: readonly string[]): Promise<Engine> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = Compiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  });
  return { set: (request) => setFiles(compiler, request) };
}

// Nothing is read from there or written to it: every file of a job is handed over from memory.
const WORKSPACE = join(tmpdir(), 'plenary-typesetter');

function setFiles(compiler: NodeCompiler, { files, main, pictures, standard, from = 0 }: Request): Answer {
  compiler.resetShadow();
  for (const [path, bytes] of files) compiler.mapShadow(join(WORKSPACE, path), Buffer.from(bytes));
  const unreadable = pictures.filter((path) => !canRead(compiler, path));
  if (unreadable.length > 0) return { kind: 'unreadable', pictures: unreadable };
  const answer = setMain(compiler, join(WORKSPACE, main), standard, from);
  // What was learnt about this document helps with no other, and is kept for ever otherwise.
  compiler.evictCache(0);
  return answer;
}

function setMain(compiler: NodeCompiler, mainFilePath: string, standard: string, from: number): Answer {
  let refusal: string | undefined;
  for (const [place, { without, size }] of ARRANGEMENTS.entries()) {
    if (place < from) continue;
    const inputs = {
      ...(without !== undefined && { [without]: 'true' }),
      ...(size !== undefined && { size }),
    };
    const compiled = compiler.compile({ mainFilePath, inputs, resetRead: true });
    const document = compiled.result;
    if (document === null) {
      refusal ??= messageOf(compiler, compiled.takeError());
      continue;
    }
    const made = asPdf(compiler, document, standard);
    if (made === undefined) continue;
    const next = place + 1 < ARRANGEMENTS.length ? { next: place + 1 } : {};
    return { ...made, ...next, ...(without !== undefined && { reduction: without }) };
  }
  return { kind: 'refused', message: refusal ?? 'The engine broke down.' };
}

/** A picture that cannot be read fails the whole, and the engine says so only then: each is tried alone first. */
function canRead(compiler: NodeCompiler, path: string): boolean {
  const alone = join(WORKSPACE, 'picture.typ');
  compiler.addSource(alone, `#image(${JSON.stringify(path)})`);
  return !compiler.compile({ mainFilePath: alone, resetRead: true }).hasError();
}

/** The standard where it can be kept; else the same without a promise, and what is in the way; or nothing at all. */
function asPdf(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  standard: string,
): Extract<Answer, { kind: 'made' }> | undefined {
  const options = { creationTimestamp: 0, pdfTags: true };
  let complaint: string | undefined;
  for (const pdfStandard of [standard, '1.7']) {
    try {
      const pdf = compiler.pdf(document, { ...options, pdfStandard });
      return { kind: 'made', pdf, ...(complaint !== undefined && { complaint }) };
    } catch (error) {
      complaint = firstMessage(String(error));
    }
  }
  return undefined;
}

/** What is wrong, out of what the engine prints of its own structures. */
function firstMessage(printed: string): string {
  const quoted = /message: ("(?:[^"\\]|\\.)*")/.exec(printed)?.[1];
  return quoted === undefined
    ? printed.slice(0, LONGEST_MESSAGE)
    : quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}

function messageOf(compiler: NodeCompiler, error: NodeError | null): string {
  return error === null ? '' : JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, LONGEST_MESSAGE);
}

/** A line of a log. */
const LONGEST_MESSAGE = 500;
