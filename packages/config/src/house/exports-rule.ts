import type { House, Rule } from './rule.ts';
import type { Finding } from './tree.ts';
import type { Module } from './modules.ts';

/** The longest table of contents that is still read as one. */
const MAX_INDEX_LINES = 60;

/** A package has one index, at the root of its sources, that names what it exports. Nothing else is an index. */
export const exportsRule: Rule = { name: 'exports', check };

function check(house: House): readonly Finding[] {
  return [...house.modules.values()].flatMap((module) => [
    ...judgeIndex(house, module),
    ...judgeExports(module),
  ]);
}

function judgeIndex(house: House, { file, program, lineAt }: Module): readonly Finding[] {
  if (!/\/index\.tsx?$/.test(file)) return [];
  if (!/^packages\/[^/]+\/src\/index\.ts$/.test(file)) {
    return [
      { file, message: 'Only src/index.ts of a package is an index; name this file after what it holds.' },
    ];
  }
  const findings: Finding[] = [];
  const lines = house.read(file).trimEnd().split('\n').length;
  if (lines > MAX_INDEX_LINES) {
    findings.push({ file, message: `The index has ${lines} lines; ${MAX_INDEX_LINES} are the most.` });
  }
  const own = program.body.find((node) => !(node.type === 'ExportNamedDeclaration' && node.source !== null));
  if (own !== undefined && own.type !== 'ExportAllDeclaration') {
    findings.push({ file, line: lineAt(own.start), message: 'An index only names what other files export.' });
  }
  return findings;
}

function judgeExports({ file, program, lineAt }: Module): readonly Finding[] {
  return program.body.flatMap((node) => {
    const line = lineAt(node.start);
    if (node.type === 'ExportAllDeclaration')
      return [{ file, line, message: 'Name the exports instead of `export *`.' }];
    if (node.type === 'ExportDefaultDeclaration' && !mayExportDefault(file)) {
      return [{ file, line, message: 'Export it by name; only configuration files export a default.' }];
    }
    return [];
  });
}

/** Vite, Vitest and Playwright read a default export; a `.d.ts` describes what others made. */
function mayExportDefault(file: string): boolean {
  return /\.config\.ts$|\.d\.ts$|^packages\/config\/vitest\//.test(file);
}
