import { FORBIDDEN, LAYERS, TESTING } from '../layers.ts';
import { packageName, type Import } from './modules.ts';
import type { House, Rule } from './rule.ts';
import { isTest, packageOf, type Finding, type Package } from './tree.ts';

/** Imports point down, stay out of the apps, and enter another package only through what it exports. */
export const layersRule: Rule = { name: 'layers', check };

function check(house: House): readonly Finding[] {
  const unnumbered = house.packages
    .filter(({ name, folder }) => folder.startsWith('packages/') && LAYERS[name] === undefined)
    .map(({ name, folder }) => ({
      file: `${folder}/package.json`,
      message: `${name} has no number in packages/config/src/layers.ts; give it one.`,
    }));
  const imports = [...house.modules.values()].flatMap((module) => {
    const owner = packageOf(house, module.file);
    if (owner === undefined) return [];
    return module.imports.flatMap((one) => {
      const problem = judge(house, owner, module.file, one);
      return problem === undefined ? [] : [{ file: module.file, line: one.line, message: problem }];
    });
  });
  return [...unnumbered, ...imports];
}

function judge(house: House, owner: Package, file: string, one: Import): string | undefined {
  const name = packageName(one.specifier);
  if (name === undefined) {
    return one.target?.startsWith(`${owner.folder}/`) === true
      ? undefined
      : `'${one.specifier}' leaves the package; import another package by its name.`;
  }
  const forbidden = FORBIDDEN.find(({ from, to }) => from === owner.name && to.includes(name));
  if (forbidden !== undefined) return `${owner.name} must not import ${name}: ${forbidden.why}.`;
  const target = house.packages.find((candidate) => candidate.name === name);
  if (target === undefined) {
    return name.startsWith('@plenary/') ? `There is no package ${name}.` : undefined;
  }
  return judgeOwn(owner, target, file, one);
}

function judgeOwn(owner: Package, target: Package, file: string, one: Import): string | undefined {
  if (target.name === owner.name) return `Import the file, not the package it is in ('${one.specifier}').`;
  if (target.folder.startsWith('apps/')) return `Nothing imports an app (${target.name}).`;
  if (one.target === undefined) return `${target.name} does not export '${one.specifier}'.`;
  if (target.name === TESTING) {
    const measures = file.startsWith('apps/bench/');
    return isTest(file) || measures
      ? undefined
      : `${TESTING} is for tests and benchmarks; a source must not import it.`;
  }
  const own = owner.folder.startsWith('apps/') ? Infinity : (LAYERS[owner.name] ?? Infinity);
  const other = LAYERS[target.name] ?? Infinity;
  return other < own
    ? undefined
    : `${owner.name} (layer ${own}) must not import ${target.name} (layer ${other}); imports point down.`;
}
