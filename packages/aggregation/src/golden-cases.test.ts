/// <reference types="node" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { validate } from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { group, groupDocument, input, quietKind, session, summit } from '../fixtures/inputs.ts';
import { outline, partOutline } from '../fixtures/outline.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText } from './audit.ts';
import { compileReport } from './compile-report.ts';
import type { ReportInput } from './report-input.ts';

// `UPDATE_CASES=1` writes what is compiled into the files, to be read and judged before it is committed.
const updating = process.env['UPDATE_CASES'] === '1';
const folder = new URL('../cases/', import.meta.url);

describe('golden cases', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  it.each(files)('%s', (name) => {
    const file = readFileSync(new URL(name, folder), 'utf8');
    const { from, show } = readCase(file);
    const report = compileReport(from);
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
      expect(tree).toBe(fenced(file, 'tree'));
      expect(remarks.join('')).toBe(fenced(file, 'diagnostics'));
    }
    expect(validate(report)).toEqual([]);
    expect(auditText(from, plainText(report))).toEqual([]);
  });
});

/** One group's content is a list of nodes; anything else is a record of documents by group id. */
function readCase(file: string): { readonly from: ReportInput; readonly show: string } {
  const {
    lang = 'en',
    show = 'prose',
    groups = [{ id: 'g1', session: 's1' }],
    sessions = [{ id: 's1' }],
  } = parse(/^---\n([\s\S]*?)\n---\n/.exec(file)?.[1] ?? '');
  const written = JSON.parse(fenced(file, 'json'));
  const byGroup: Record<string, unknown> = Array.isArray(written) ? { g1: { content: written } } : written;
  const documents = Object.entries(byGroup).map(([id, { content, ...more }]: [string, any]) =>
    groupDocument(id, { type: 'doc', content }, more),
  );
  const from = summit(
    sessions.map(({ id, ...more }: { id: string }) => session(id, more)),
    groups.map(({ id, session: of, ...more }: { id: string; session: string }) => group(id, of, more)),
  );
  return { from: input(from, documents, { lang, kinds: [quietKind] }), show };
}

function fenced(file: string, kind: string): string {
  return new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(file)?.[1] ?? '';
}

function updated(file: string, tree: string, diagnostics: string): string {
  const head = file.split('```tree\n')[0]?.trimEnd() ?? '';
  const said = diagnostics === '' ? '' : `\n\`\`\`diagnostics\n${diagnostics}\`\`\`\n`;
  return `${head}\n\n\`\`\`tree\n${tree}\`\`\`\n${said}`;
}
