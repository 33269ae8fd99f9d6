import { blockKindsRule } from './block-kinds-rule.ts';
import { cyclesRule } from './cycles-rule.ts';
import { decisionsRule } from './decisions-rule.ts';
import { exportsRule } from './exports-rule.ts';
import { layersRule } from './layers-rule.ts';
import { lockfileRule } from './lockfile-rule.ts';
import { parseModules } from './modules.ts';
import { namesRule } from './names-rule.ts';
import { neighboursRule } from './neighbours-rule.ts';
import { packagesRule } from './packages-rule.ts';
import { purityRule } from './purity-rule.ts';
import type { House, Rule } from './rule.ts';
import { sizesRule } from './sizes-rule.ts';
import { specIdsRule } from './spec-ids-rule.ts';
import { readTree } from './tree.ts';

/** Every rule of the house, in the order they are reported. */
export const RULES: readonly Rule[] = [
  layersRule,
  neighboursRule,
  purityRule,
  cyclesRule,
  exportsRule,
  namesRule,
  sizesRule,
  packagesRule,
  specIdsRule,
  decisionsRule,
  blockKindsRule,
  lockfileRule,
];

/** Reads the repository at `root` for the rules. */
export function openHouse(root: string): House {
  const tree = readTree(root);
  return { ...tree, modules: parseModules(tree) };
}

/** Applies the rules to the repository at `root`; one line for each thing that breaks one. */
export function inspect(root: string, rules: readonly Rule[] = RULES): readonly string[] {
  const house = openHouse(root);
  return rules.flatMap((rule) =>
    rule.check(house).map(({ file, line, message }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      return `${place}  ${rule.name}: ${message}`;
    }),
  );
}
