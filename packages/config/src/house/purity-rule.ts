import { isBuiltin } from 'node:module';
import path from 'node:path';
import { PURE, PURE_ENTRY } from '../layers.ts';
import { isNode, packageName, walkSyntax, type Module } from './modules.ts';
import type { House, Rule } from './rule.ts';
import { isTest, type Finding, type Package } from './tree.ts';

/** Pure sources name nothing of Node, the DOM, the clock or chance: all of that comes in as an argument. */
export const purityRule: Rule = { name: 'purity', check };

function check(house: House): readonly Finding[] {
  return house.packages.flatMap((one) => {
    if (PURE.includes(one.name))
      return [...judgeSettings(house, one), ...pureSources(house, one).flatMap(judge)];
    if (PURE_ENTRY.includes(one.name)) return judgeEntry(house, one);
    return [];
  });
}

/** Without Node and DOM in the compiler's settings, most impure names do not even compile. */
function judgeSettings(house: House, one: Package): readonly Finding[] {
  const file = `${one.folder}/tsconfig.json`;
  const pure = !house.files.includes(file) || house.read(file).includes('tsconfig/pure.json"');
  return pure ? [] : [{ file, message: 'A pure package extends tsconfig/pure.json.' }];
}

function pureSources(house: House, one: Package): readonly Module[] {
  return [...house.modules.values()].filter(
    ({ file }) => file.startsWith(`${one.folder}/src/`) && !isTest(file),
  );
}

/** Everything the main entry loads, in whatever package: it must be pure and hold no view. */
function judgeEntry(house: House, one: Package): readonly Finding[] {
  const entry = path.posix.join(one.folder, one.exports['.'] ?? 'src/index.ts');
  const reached = new Set<string>();
  const open = [entry];
  const findings: Finding[] = [];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const module = house.modules.get(file);
    if (reached.has(file) || module === undefined) continue;
    reached.add(file);
    if (file.endsWith('-view.tsx')) {
      findings.push({
        file,
        message: `The main entry of ${one.name} reaches this view; keep views behind ./react.`,
      });
    }
    for (const { specifier, line, typeOnly, target } of module.imports) {
      if (typeOnly) continue;
      if (REACT.has(packageName(specifier) ?? '')) {
        findings.push({
          file,
          line,
          message: `The main entry of ${one.name} reaches '${specifier}'; keep React behind ./react.`,
        });
      }
      if (target !== undefined) open.push(target);
    }
    if (file.startsWith(`${one.folder}/`)) findings.push(...judge(module));
  }
  return findings;
}

const REACT = new Set([
  'react',
  'react-dom',
  'preact',
  'wouter',
  '@tiptap/react',
  'lucide-react',
  'radix-ui',
]);

function judge(module: Module): readonly Finding[] {
  const { file } = module;
  const imports = module.imports
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier, line }) => ({
      file,
      line,
      message: `A pure package must not import '${specifier}'.`,
    }));
  return [...imports, ...impureNames(module)];
}

function impureNames(module: Module): readonly Finding[] {
  const own = declaredNames(module);
  const findings: Finding[] = [];
  walkSyntax(module.program, (node, parent) => {
    const name = impureName(node, parent, own);
    if (name === undefined) return;
    const message = `A pure package must not use ${name}; take it as an argument.`;
    findings.push({ file: module.file, line: module.lineAt(node.start), message });
  });
  return findings;
}

type Syntax = Parameters<Parameters<typeof walkSyntax>[1]>[0];

function impureName(node: Syntax, parent: Syntax | undefined, own: ReadonlySet<string>): string | undefined {
  if (node.type === 'MemberExpression') {
    const call = `${identifier(node['object'])}.${identifier(node['property'])}`;
    return IMPURE_CALLS.has(call) ? call : undefined;
  }
  if (node.type === 'NewExpression' && identifier(node['callee']) === 'Date') {
    const given = node['arguments'];
    return Array.isArray(given) && given.length === 0 ? 'new Date()' : undefined;
  }
  const name = identifier(node);
  if (name === undefined || own.has(name) || !IMPURE_GLOBALS.has(name)) return undefined;
  return isLabel(node, parent) ? undefined : name;
}

function identifier(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value['name'] === 'string'
    ? value['name']
    : undefined;
}

/** A name that is only the key of something: `a.process`, `{ process: 1 }`, a field of a type. */
function isLabel(node: Syntax, parent: Syntax | undefined): boolean {
  if (parent === undefined) return false;
  if (parent['computed'] === true) return false;
  return parent['property'] === node || parent['key'] === node || parent.type.startsWith('TS');
}

/** Names the file binds anywhere. Coarser than scopes, and enough: nobody shadows a global by accident here. */
function declaredNames(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (pattern: unknown): void => {
    walkSyntax(pattern, (node) => {
      const name = identifier(node);
      if (name !== undefined) names.add(name);
    });
  };
  walkSyntax(module.program, (node) => {
    if (node.type === 'VariableDeclarator' || /^(Function|Class)Declaration$/.test(node.type))
      add(node['id']);
    if (/^Import.*Specifier$/.test(node.type)) add(node['local']);
    if (/Function/.test(node.type)) add(node['params']);
  });
  return names;
}

const IMPURE_CALLS = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

const NODE_NAMES = 'process Buffer __dirname __filename require global setImmediate clearImmediate';
const BROWSER_NAMES = [
  'window document navigator location localStorage sessionStorage indexedDB DOMParser XMLSerializer',
  'MutationObserver HTMLElement customElements alert fetch WebSocket XMLHttpRequest EventSource',
  'BroadcastChannel Worker',
].join(' ');
const CLOCK_NAMES =
  'setTimeout setInterval clearTimeout clearInterval queueMicrotask requestAnimationFrame cancelAnimationFrame';

const IMPURE_GLOBALS = new Set([NODE_NAMES, BROWSER_NAMES, CLOCK_NAMES].flatMap((names) => names.split(' ')));
