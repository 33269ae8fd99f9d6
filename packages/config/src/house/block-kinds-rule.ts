import { isNode, walkSyntax, type Module } from './modules.ts';
import type { House, Rule } from './rule.ts';
import { isTest, type Finding } from './tree.ts';

const BLOCKS = 'packages/blocks/src/';
const REGISTRIES = new Set([`${BLOCKS}registry.ts`, `${BLOCKS}react.tsx`]);

/**
 * A block lives in its folder. Where its kind stands as a string in another source, a branch on the kind is
 * beginning that the next block would have to be added to.
 */
export const blockKindsRule: Rule = { name: 'block kinds', check };

function check(house: House): readonly Finding[] {
  const modules = [...house.modules.values()];
  const homes = new Map(
    modules.flatMap((module) => kindsDefinedIn(module).map((kind) => [kind, folderOf(module.file)])),
  );
  if (homes.size === 0) return [];
  return modules.filter(({ file }) => !mayNameKinds(file)).flatMap((module) => judge(module, homes));
}

function judge(module: Module, homes: ReadonlyMap<string, string>): readonly Finding[] {
  const { file, program, lineAt } = module;
  const findings: Finding[] = [];
  walkSyntax(program, (node, parent) => {
    const value = node['value'];
    if (node.type !== 'Literal' || typeof value !== 'string') return;
    const home = homes.get(value);
    if (home === undefined || file.startsWith(home) || parent?.type === 'ImportDeclaration') return;
    const message = `The kind '${value}' is named outside of ${home}; ask the registry instead.`;
    findings.push({ file, line: lineAt(node.start), message });
  });
  return findings;
}

function mayNameKinds(file: string): boolean {
  return isTest(file) || REGISTRIES.has(file);
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** The `kind` of each `defineOutcomeBlock({ kind: '…' })` in a block's folder. */
function kindsDefinedIn({ file, program }: Module): readonly string[] {
  if (!file.startsWith(BLOCKS) || isTest(file)) return [];
  const kinds: string[] = [];
  walkSyntax(program, (node) => {
    const callee = node['callee'];
    if (node.type !== 'CallExpression' || !isNode(callee) || callee['name'] !== 'defineOutcomeBlock') return;
    walkSyntax(node['arguments'], (inner) => {
      const { key, value } = inner;
      if (inner.type !== 'Property' || !isNode(key) || key['name'] !== 'kind' || !isNode(value)) return;
      if (typeof value['value'] === 'string') kinds.push(value['value']);
    });
  });
  return kinds;
}
