import type { House, Rule } from './rule.ts';
import type { Finding } from './tree.ts';

/** No file imports itself by way of others. Types are erased before a module runs, but a reader follows them too. */
export const cyclesRule: Rule = { name: 'cycles', check };

function check(house: House): readonly Finding[] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const findings: Finding[] = [];
  const visit = (file: string): void => {
    const module = house.modules.get(file);
    if (module === undefined || state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const cycle = [...path.slice(path.indexOf(file)), file];
      findings.push({ file, message: `These files import each other: ${cycle.join(' -> ')}.` });
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const { target } of module.imports) if (target !== undefined) visit(target);
    path.pop();
    state.set(file, 'done');
  };
  for (const file of house.modules.keys()) visit(file);
  return findings;
}
