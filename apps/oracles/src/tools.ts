import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** A program that reads exported files, and is no part of Plenary. */
export interface Tool {
  readonly id: ToolId;
  /** What it is called on a machine, the likeliest first; an absolute path is tried as it is. */
  readonly commands: readonly string[];
  readonly debian: string;
  /** What nobody checks without it. */
  readonly proves: string;
}

export type ToolId =
  | 'java'
  | 'jing'
  | 'libreoffice'
  | 'pandoc'
  | 'pdfdetach'
  | 'pdffonts'
  | 'pdfinfo'
  | 'qpdf';

/** Every program the tests of this folder start. */
// oxfmt-ignore
export const TOOLS: readonly Tool[] = [
  { id: 'pandoc', commands: ['pandoc'], debian: 'pandoc', proves: 'that an independent reader finds the same headings, cells, notes and links' },
  { id: 'java', commands: ['java'], debian: 'default-jre-headless', proves: 'what validators written in Java say' },
  { id: 'jing', commands: ['jing'], debian: 'jing', proves: 'that ODT follows the schema of OASIS' },
  { id: 'libreoffice', commands: ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'], debian: 'libreoffice-writer-nogui', proves: 'that LibreOffice opens DOCX and ODT' },
  { id: 'pdfinfo', commands: ['pdfinfo'], debian: 'poppler-utils', proves: 'that a PDF says what it is, and that its headings follow one another' },
  { id: 'pdffonts', commands: ['pdffonts'], debian: 'poppler-utils', proves: 'that a PDF holds its fonts, and that its text can be read' },
  { id: 'pdfdetach', commands: ['pdfdetach'], debian: 'poppler-utils', proves: 'that a PDF for archives holds its data' },
  { id: 'qpdf', commands: ['qpdf'], debian: 'qpdf', proves: 'that a PDF is sound, and that everything in it can be read aloud' },
];

/** Where a program is on this machine, or undefined. */
export function findTool(id: ToolId, folders: readonly string[] = searchPath()): string | undefined {
  const commands = TOOLS.find((tool) => tool.id === id)?.commands ?? [];
  return commands
    .flatMap((command) =>
      path.isAbsolute(command) ? [command] : folders.map((at) => path.join(at, command)),
    )
    .find(isExecutable);
}

/**
 * Runs a program to its end and gives what it printed. Rejects when it ends badly, with what it said. `input` is handed to it
 * as its standard input.
 */
export async function runTool(
  id: ToolId,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<string> {
  const program = findTool(id);
  if (program === undefined) throw new Error(`${id} is not on this machine; skip what needs it.`);
  const running = promisify(execFile)(program, args, { maxBuffer: MOST_OUTPUT, encoding: 'utf8' });
  // A program that does not read all of it closes its end; how it ends says enough about that.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // as execFile rejects
    throw new Error(`${id} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

function searchPath(): readonly string[] {
  return (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What pandoc prints of the largest report here is a twentieth of it. */
const MOST_OUTPUT = 256 * 1024 * 1024;
