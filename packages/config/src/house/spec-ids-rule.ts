import { SPECIFIED } from '../layers.ts';
import { isNode, walkSyntax, type Module } from './modules.ts';
import type { House, Rule } from './rule.ts';
import { isTest, type Finding, type Package } from './tree.ts';

/** What a rule says, a test quotes: each id of a SPEC.md is in a test's title, and each quoted id exists. */
export const specIdsRule: Rule = { name: 'spec ids', check };

function check(house: House): readonly Finding[] {
  const known = knownIds(house);
  return house.packages
    .flatMap((one) => {
      const spec = `${one.folder}/SPEC.md`;
      if (!house.files.includes(spec)) {
        return SPECIFIED.includes(one.name)
          ? [{ file: one.folder, message: 'Its rules need a SPEC.md.' }]
          : [];
      }
      const quoted = new Set(quotedIds(house, one).map(({ id }) => id));
      return idsOf(house.read(spec))
        .filter((id) => !quoted.has(id))
        .map((id) => ({ file: spec, message: `No test of ${one.name} quotes [${id}] in its title.` }));
    })
    .concat(
      house.packages
        .flatMap((one) => quotedIds(house, one))
        .filter(({ id }) => !known.has(id))
        .map(({ id, file, line }) => ({
          file,
          line,
          message: `[${id}] is quoted here and defined nowhere.`,
        })),
    );
}

function idsOf(spec: string): readonly string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]{1,4}\d+)\*\*/gm)].map((match) => match[1] ?? '');
}

/** Ids of every SPEC.md, and invariants numbered in a doc comment above what they bind. */
function knownIds(house: House): ReadonlySet<string> {
  const specs = house.files.filter((file) => file.endsWith('/SPEC.md'));
  const sources = [...house.modules.keys()].filter((file) => !isTest(file));
  const inComments = sources.flatMap((file) =>
    [...house.read(file).matchAll(/^\s*\/?\*+\s+(?:-\s+)?\**([A-Z]{1,4}\d+)\b/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  return new Set([...specs.flatMap((file) => idsOf(house.read(file))), ...inComments]);
}

interface Quote {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

function quotedIds(house: House, one: Package): readonly Quote[] {
  return [...house.modules.values()]
    .filter(({ file }) => file.startsWith(`${one.folder}/`) && isTest(file))
    .flatMap(titlesOf);
}

function titlesOf(module: Module): readonly Quote[] {
  const quotes: Quote[] = [];
  walkSyntax(module.program, (node) => {
    const given = node['arguments'];
    if (node.type !== 'CallExpression' || !Array.isArray(given)) return;
    if (!TESTS.has(rootName(node['callee']) ?? '')) return;
    for (const id of [...idsIn(given[0]), ...idsInRows(node['callee'])])
      quotes.push({ id, file: module.file, line: module.lineAt(node.start) });
  });
  return quotes;
}

const TESTS = new Set(['test', 'it', 'describe']);

/** `test` of `test`, `test.skipIf(absent)` and `test.each(cases)`. */
function rootName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'Identifier') return typeof callee['name'] === 'string' ? callee['name'] : undefined;
  return rootName(callee['object'] ?? callee['callee'] ?? callee['tag']);
}

function idsIn(title: unknown): readonly string[] {
  if (!isNode(title)) return [];
  const parts = title.type === 'TemplateLiteral' ? title['quasis'] : [title];
  const text = Array.isArray(parts) ? parts.map(textOf).join(' ') : '';
  return [...text.matchAll(/\[([A-Z]{1,4}\d+)\]/g)].map((match) => match[1] ?? '');
}

/** Ids that rows of `test.each([['[SY1]', …]])('%s …')` put into its titles: texts of the table that are an id. */
function idsInRows(callee: unknown): readonly string[] {
  if (!isNode(callee) || callee.type !== 'CallExpression') return [];
  const ids: string[] = [];
  walkSyntax(callee, (node) => {
    if (node.type === 'Literal' && /^\[[A-Z]{1,4}\d+\]$/.test(textOf(node))) ids.push(...idsIn(node));
  });
  return ids;
}

function textOf(part: unknown): string {
  if (!isNode(part)) return '';
  const value = part['value'];
  if (typeof value === 'string') return value;
  const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : '';
  return typeof raw === 'string' ? raw : '';
}
