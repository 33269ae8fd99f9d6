/// <reference types="node" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { collectOutcomes, type DocNode } from '@plenary/document';
import { DEFAULT_PLAN, type FrontKind, type MergeDecision } from '@plenary/programme';
import { validate } from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  demandingTemplate,
  frontDocument,
  group,
  groupDocument,
  input,
  quietKind,
  session,
  summit,
} from '../fixtures/inputs.ts';
import { testBlocks } from '../fixtures/blocks.ts';
import { outline, partOutline } from '../fixtures/outline.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText } from './audit.ts';
import { compileReport } from './compile-report.ts';
import { outcomeHash } from './outcome-hash.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';

// `UPDATE_CASES=1` writes what is compiled into the files, to be read and judged before it is committed.
const updating = process.env['UPDATE_CASES'] === '1';
const folder = new URL('../cases/', import.meta.url);

const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('golden cases', () => {
  it('[AG4] make one section of a session with one group', () => checkCases('AG4'));
  it('[AG7] speak the language of the report', () => checkCases('AG7'));
  it('[AG8] give every heading an anchor of its own', () => checkCases('AG8'));
  it('[AG9] keep the words of what is not known', () => checkCases('AG9'));
  it('[AG10] nest sections by their headings', () => checkCases('AG10'));
  it('[AG11] nest formatting in one order', () => checkCases('AG11'));
  it('[AG12] print the address of a link that is not safe', () => checkCases('AG12'));
  it('[AG13] make items of all that stands in a list', () => checkCases('AG13'));
  it('[AG14] make tables rectangular', () => checkCases('AG14'));
  it('[AG15] leave out what has no words', () => checkCases('AG15'));
  it('[AG16] remove what no format can hold', () => checkCases('AG16'));
  it('[AG18] make boxes of outcomes', () => checkCases('AG18'));
  it('[AG19] print values that are not valid', () => checkCases('AG19'));
  it('[AG20] name every outcome once', () => checkCases('AG20'));
  it('[AG22] bring outcomes together', () => checkCases('AG22'));
  it('[AG24] leave out unfilled headings of the template', () => checkCases('AG24'));
  it('[AG25] say that nothing was written', () => checkCases('AG25'));
  it('[AG26] say that a document is missing', () => checkCases('AG26'));

  it('[AG34] say whether tasks are done', () => checkCases('AG34'));
  it('[AG35] keep what pictures show', () => checkCases('AG35'));
  it('[AG36] put notes where their numbers stand', () => checkCases('AG36'));
  it('[AG37] say the language of each passage', () => checkCases('AG37'));
  it('[AG38] show the text without suggestions', () => checkCases('AG38'));
  it('[AG39] tell header rows from header columns', () => checkCases('AG39'));
  it('[AG40] put the parts of an outcome under their labels', () => checkCases('AG40'));

  it('[AG41] stand in the order of the plan', () => checkCases('AG41'));
  it('[AG42] say what the plan leaves out', () => checkCases('AG42'));
  it('[AG43] do without what the plan names in vain', () => checkCases('AG43'));
  it('[AG44] begin with what stands before the sections', () => checkCases('AG44'));
  it('[AG45] gather the synthesis as the plan wants', () => checkCases('AG45'));
  it('[AG46] make one entry of what was merged', () => checkCases('AG46'));

  it('[AG52] say which parts still have to be filled', () => checkCases('AG52'));

  // Runs after the others: a case whose rule nobody asks for would never be looked at.
  it('are all looked at', () => {
    expect(files.filter((name) => !checked.has(name))).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(15);
  });
});

const checked = new Set<string>();

function checkCases(rule: string): void {
  const cases = files.map((name) => ({ name, file: readFileSync(new URL(name, folder), 'utf8') }));
  const its = cases.filter(({ file }) => file.includes(`\nrule: ${rule}\n`));
  expect(its).not.toEqual([]);
  for (const { name, file } of its) {
    checked.add(name);
    checkCase(name, file);
  }
}

function checkCase(name: string, file: string): void {
  const { from, show } = readCase(file);
  const report = compileReport(from);
  // Each section begins with its state, which is the same in all cases.
  const prose = report.parts[0]?.children.flatMap((node) =>
    node.type === 'section' ? node.children.slice(1) : [],
  );
  const tree = show === 'report' ? report.parts.map(partOutline).join('') : outline(prose ?? []);
  const remarks = report.diagnostics.map(
    ({ rule, severity, place, message }) =>
      `${severity} ${rule} ${[place?.group, place?.block].filter(Boolean).join('/')}: ${message}\n`,
  );
  if (updating) writeFileSync(new URL(name, folder), updated(file, tree, remarks.join('')));
  else {
    const said = { name, tree: fenced(file, 'tree'), remarks: fenced(file, 'diagnostics') };
    expect({ name, tree, remarks: remarks.join('') }).toEqual(said);
  }
  const wrong = { invalid: validate(report), lost: auditText(from, plainText(report)) };
  expect({ name, ...wrong }).toEqual({ name, invalid: [], lost: [] });
}

/** One group's content is a list of nodes; anything else is a record of documents by group id. */
function readCase(file: string): { readonly from: ReportInput; readonly show: string } {
  const {
    lang = 'en',
    show = 'prose',
    groups = [{ id: 'g1', session: 's1' }],
    front = [],
    plan = {},
    sessions = [{ id: 's1' }],
    demanding = false,
  } = parse(/^---\n([\s\S]*?)\n---\n/.exec(file)?.[1] ?? '');
  const written = JSON.parse(fenced(file, 'json'));
  const byGroup: Record<string, { content: DocNode[] }> = Array.isArray(written)
    ? { g1: { content: written } }
    : written;
  const documents = Object.entries(byGroup).map(([id, { content, ...more }]) =>
    groupDocument(id, { type: 'doc', content }, demanding ? { template: demandingTemplate, ...more } : more),
  );
  const from = summit(
    sessions.map(({ id, ...more }: { id: string }) => session(id, more)),
    groups.map(({ id, session: of, ...more }: { id: string; session: string }) => group(id, of, more)),
    { front: front.map((kind: FrontKind) => frontDocument(kind)) },
  );
  const whole = { ...DEFAULT_PLAN, ...plan, merges: decided(plan.merges ?? [], documents) };
  return { from: input(from, documents, { lang, kinds: [quietKind], plan: whole }), show };
}

/** Decisions of a case name outcomes; what those say is looked up, unless the case is about other words. */
function decided(
  merges: readonly (Partial<MergeDecision> & Pick<MergeDecision, 'outcomes'>)[],
  documents: readonly GroupDocument[],
): MergeDecision[] {
  const outcomes = documents.flatMap(({ content }) => collectOutcomes(content, testBlocks));
  const hashOf = (id: string): string => {
    const found = outcomes.find((outcome) => outcome.id === id);
    return found === undefined ? '' : outcomeHash(found);
  };
  return merges.map(({ outcomes: [one, other], hashes, decision = 'merge' }) => ({
    outcomes: [one, other],
    hashes: hashes ?? [hashOf(one), hashOf(other)],
    decision,
  }));
}

function fenced(file: string, kind: string): string {
  return new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(file)?.[1] ?? '';
}

function updated(file: string, tree: string, diagnostics: string): string {
  const head = file.split('```tree\n')[0]?.trimEnd() ?? '';
  const said = diagnostics === '' ? '' : `\n\`\`\`diagnostics\n${diagnostics}\`\`\`\n`;
  return `${head}\n\n\`\`\`tree\n${tree}\`\`\`\n${said}`;
}
