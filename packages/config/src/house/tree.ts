import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A remark of the house check. One is enough to fail it. */
export interface Finding {
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  readonly line?: number;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

/** A workspace package or app: a folder with a `package.json`. */
export interface Package {
  readonly name: string;
  /** `packages/sync` */
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly exports: Readonly<Record<string, string>>;
}

/** The repository as the rules see it. */
export interface Tree {
  readonly root: string;
  /** Every file that is not ignored, from the root, with `/`, sorted. */
  readonly files: readonly string[];
  readonly packages: readonly Package[];
  /** The text of one of `files`; throws for a file that is not there. */
  read(file: string): string;
}

/** Reads the names of all files below `root` that `.gitignore` leaves in. Works where git is not installed. */
export function readTree(root: string): Tree {
  const files = listFiles(root).toSorted();
  const cache = new Map<string, string>();
  const read = (file: string): string => {
    const text = cache.get(file) ?? readFileSync(path.join(root, file), 'utf8');
    cache.set(file, text);
    return text;
  };
  const manifests = files.filter((file) => /^(packages|apps)\/[^/]+\/package\.json$/.test(file));
  return { root, files, read, packages: manifests.map((file) => readPackage(file, read(file))) };
}

/** The package a file belongs to, or undefined for a file that stands outside of all. */
export function packageOf(tree: Tree, file: string): Package | undefined {
  return tree.packages.find(({ folder }) => file.startsWith(`${folder}/`));
}

/** Files that prove and measure, and what they feed on. They may do what sources may not. */
export function isTest(file: string): boolean {
  return /\.(test|spec|contract|bench)\.tsx?$|\/fixtures\/|^apps\/(e2e|chaos)\//.test(file);
}

/** TypeScript sources, tests included. */
export function isScript(file: string): boolean {
  return /^(packages|apps)\/.*\.tsx?$/.test(file);
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly exports?: string | Readonly<Record<string, string>>;
}

function readPackage(file: string, text: string): Package {
  // A package.json that pnpm installed has this shape; the fields read here are optional.
  const manifest = JSON.parse(text) as Manifest;
  const exported = manifest.exports ?? {};
  return {
    name: manifest.name ?? path.posix.dirname(file),
    folder: path.posix.dirname(file),
    dependencies: Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }),
    exports: typeof exported === 'string' ? { '.': exported } : exported,
  };
}

/**
 * The three forms of line our `.gitignore` uses: a name anywhere, `/name` at the root, `*.ending`. git itself is
 * not asked because the tests must run where it is not installed.
 */
function listFiles(root: string): string[] {
  const ignored = ['.git', ...readLines(path.join(root, '.gitignore'))];
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (ignored.some((pattern) => matches(pattern, file))) continue;
      if (entry.isDirectory()) walk(file);
      else found.push(file);
    }
  };
  walk('');
  return found;
}

function matches(pattern: string, file: string): boolean {
  if (pattern.startsWith('/')) return file === pattern.slice(1);
  const name = path.posix.basename(file);
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines
      .map((line) => line.trim().replace(/\/$/, ''))
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    return [];
  }
}
