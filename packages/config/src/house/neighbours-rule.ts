import type { House, Rule } from './rule.ts';
import { isTest, type Finding } from './tree.ts';

const FEATURES = /^apps\/web\/src\/features\/([^/]+)\//;
const VIEW = /^packages\/blocks\/.*-view\.tsx$/;
const VIEW_REGISTRY = 'packages/blocks/src/react.tsx';

/** Parts that could be taken out alone know nothing of each other; only who composes them knows both. */
export const neighboursRule: Rule = { name: 'neighbours', check };

function check(house: House): readonly Finding[] {
  return [...house.modules.values()].flatMap(({ file, imports }) =>
    imports.flatMap(({ line, target }) => {
      const message = target === undefined || isTest(file) ? undefined : judge(file, target);
      return message === undefined ? [] : [{ file, line, message }];
    }),
  );
}

function judge(file: string, target: string): string | undefined {
  const from = FEATURES.exec(file)?.[1];
  const to = FEATURES.exec(target)?.[1];
  if (from !== undefined && to !== undefined && from !== to) {
    return `The feature ${from} must not import the feature ${to}; compose them in a page, or move what both use.`;
  }
  return VIEW.test(target) && file !== VIEW_REGISTRY
    ? `A view of a block is imported only by ${VIEW_REGISTRY}.`
    : undefined;
}
