import path from 'node:path';
import { TOP_LEVEL } from '../layers.ts';
import type { House, Rule } from './rule.ts';
import type { Finding } from './tree.ts';

/** Names are kebab-case and say what a file holds; the top of the repository is a fixed list. */
export const namesRule: Rule = { name: 'names', check };

function check(house: House): readonly Finding[] {
  const top = new Set(house.files.map((file) => file.split('/')[0] ?? file));
  const strangers = [...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name));
  return [
    ...strangers.map((file) => ({ file, message: 'This does not belong at the top of the repository.' })),
    ...house.files.filter((file) => /^(packages|apps)\//.test(file)).flatMap(judge),
  ];
}

function judge(file: string): readonly Finding[] {
  const names = file.split('/');
  const findings: Finding[] = [];
  const wrong = names.find((name) => !KEBAB.test(name) && !SHOUTED.test(name) && !name.startsWith('.'));
  if (wrong !== undefined) findings.push({ file, message: `'${wrong}' is not kebab-case.` });
  const stems = [...names.slice(0, -1), path.posix.basename(file).replace(/\..*$/, '')];
  const refused = stems.find((stem) => REFUSED.has(stem));
  if (refused !== undefined) {
    findings.push({ file, message: `'${refused}' says nothing; name it after what it holds.` });
  }
  return findings;
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** README.md, SPEC.md, THREAT_MODEL.md, LICENSE, Dockerfile: names readers look for. */
const SHOUTED = /^[A-Z_]+(\.md)?$|^Dockerfile$/;
const REFUSED = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc']);
