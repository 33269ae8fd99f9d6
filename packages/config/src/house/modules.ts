import path from 'node:path';
import { parseSync, type ESTree } from 'vite';
import { isScript, type Package, type Tree } from './tree.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased before the module runs. */
  readonly typeOnly: boolean;
  /** The file of this repository it names, where it names one. */
  readonly target?: string;
}

/** A TypeScript file, parsed. */
export interface Module {
  readonly file: string;
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
  /** Line of an offset in the file, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** Parses every TypeScript file of the tree. Throws, naming the file, when one does not parse. */
export function parseModules(tree: Tree): ReadonlyMap<string, Module> {
  const files = tree.files.filter(isScript);
  return new Map(files.map((file) => [file, parseModule(tree, file)]));
}

/** The package a specifier names: `@plenary/blocks` of `@plenary/blocks/react`; undefined for a path. */
export function packageName(specifier: string): string | undefined {
  if (/^[./]/.test(specifier)) return undefined;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

type AnyNode = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Calls `visit` for every node of a syntax tree, parents first. */
export function walkSyntax(node: unknown, visit: (node: AnyNode, parent: AnyNode | undefined) => void): void {
  const descend = (value: unknown, parent: AnyNode | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) descend(item, parent);
      return;
    }
    if (!isNode(value)) return;
    visit(value, parent);
    for (const child of Object.values(value)) if (typeof child === 'object') descend(child, value);
  };
  descend(node, undefined);
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function parseModule(tree: Tree, file: string): Module {
  const text = tree.read(file);
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  walkSyntax(program, (node) => {
    const source = node['source'];
    if (!IMPORTS.has(node.type) || !isNode(source) || typeof source['value'] !== 'string') return;
    const target = resolve(tree, file, source['value']);
    imports.push({
      specifier: source['value'],
      line: lineAt(node.start),
      typeOnly: isErased(node),
      ...(target === undefined ? {} : { target }),
    });
  });
  return { file, program, imports, lineAt };
}

const IMPORTS = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function isErased(node: AnyNode): boolean {
  return node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type';
}

/** Relative paths and workspace packages; everything else lies outside the repository. */
function resolve(tree: Tree, from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.'))
    return path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const owner: Package | undefined = tree.packages.find(({ name }) => name === packageName(specifier));
  if (owner === undefined) return undefined;
  const exported = owner.exports[`.${specifier.slice(owner.name.length)}`];
  return exported === undefined ? undefined : path.posix.join(owner.folder, exported);
}
