import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { packageName } from './modules.ts';
import type { House, Rule } from './rule.ts';
import type { Finding, Package } from './tree.ts';

/** Every package explains itself, proves itself, and declares exactly what it uses. */
export const packagesRule: Rule = { name: 'packages', check };

function check(house: House): readonly Finding[] {
  return house.packages.flatMap((one) => {
    const files = house.files.filter((file) => file.startsWith(`${one.folder}/`));
    return [
      ...judgeFolder(one, files),
      ...judgeCompiled(house, one, files),
      ...judgeDependencies(house, one, files),
    ];
  });
}

function judgeFolder(one: Package, files: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  if (!files.includes(`${one.folder}/README.md`)) {
    findings.push({ file: one.folder, message: 'It has no README.md.' });
  }
  if (!files.some((file) => /\.(test|spec)\.tsx?$/.test(file))) {
    findings.push({ file: one.folder, message: 'It has no test.' });
  }
  return findings;
}

const COMPILED = 'packages/config/tsconfig/all.json';

/** `tsc -b` reads what this list names; a package that is left out is checked by nobody. */
function judgeCompiled(house: House, one: Package, files: readonly string[]): readonly Finding[] {
  if (!house.files.includes(COMPILED) || !files.some((file) => /\.tsx?$/.test(file))) return [];
  return house.read(COMPILED).includes(`"../../../${one.folder}"`)
    ? []
    : [{ file: one.folder, message: `It is not listed in ${COMPILED}, so its types are not checked.` }];
}

function judgeDependencies(house: House, one: Package, files: readonly string[]): readonly Finding[] {
  const manifest = `${one.folder}/package.json`;
  const imported = importedPackages(house, one);
  const undeclared = [...imported]
    .filter(
      ([name]) => name !== one.name && !one.dependencies.includes(name) && !isDeclaredAsTypes(one, name),
    )
    .map(([name, file]) => ({ file, message: `${name} is imported and not declared in ${manifest}.` }));
  const text = files
    .filter((file) => /\.(tsx?|css|json)$/.test(file) && file !== manifest)
    .map((file) => house.read(file));
  const unused = one.dependencies
    .filter((name) => !isUsed(house, one, name, imported, text.join('\n')))
    .map((name) => ({ file: manifest, message: `${name} is declared and not used; remove it.` }));
  return [...undeclared, ...unused];
}

/** Packages imported by the sources of a package, each with a file that imports it. */
function importedPackages(house: House, one: Package): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { file, imports } of house.modules.values()) {
    if (!file.startsWith(`${one.folder}/`)) continue;
    for (const { specifier } of imports) {
      const name = packageName(specifier);
      if (name !== undefined && !isBuiltin(specifier) && !isVirtual(specifier)) found.set(name, file);
    }
  }
  return found;
}

/** Modules a bundler makes: `virtual:…`. */
function isVirtual(specifier: string): boolean {
  return specifier.startsWith('virtual:');
}

/** `mdast` exists only as types. */
function isDeclaredAsTypes(one: Package, name: string): boolean {
  return one.dependencies.includes(`@types/${name}`);
}

/**
 * Used means: imported; or the types of something used; or wanted as a peer by something declared; or named in
 * the sources as a string (a test environment, an app that a browser test starts by its path).
 */
function isUsed(
  house: House,
  one: Package,
  name: string,
  imported: ReadonlyMap<string, string>,
  text: string,
): boolean {
  if (imported.has(name)) return true;
  if (name === '@types/node') return /["']node:|["']node["']/.test(text);
  if (name.startsWith('@types/')) return imported.has(name.slice('@types/'.length));
  const app = house.packages.find(
    (candidate) => candidate.name === name && candidate.folder.startsWith('apps/'),
  );
  if (app !== undefined) return text.includes(`${path.posix.basename(app.folder)}/`);
  if (one.dependencies.some((other) => peersOf(house, one, other).includes(name))) return true;
  return MENTIONS.some(([before, after]) => text.includes(`${before}${name}${after}`));
}

/** How a package is named where it is not imported: a string, a path into it, the environment of a test. */
const MENTIONS = [
  ["'", "'"],
  ["'", '/'],
  ['"', '"'],
  ['"', '/'],
  ['@vitest-environment ', ''],
] as const;

function peersOf(house: House, one: Package, name: string): readonly string[] {
  const file = path.join(house.root, one.folder, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return [];
  // What npm published has at most these shapes for the field.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { peerDependencies?: Record<string, string> };
  return Object.keys(manifest.peerDependencies ?? {});
}
