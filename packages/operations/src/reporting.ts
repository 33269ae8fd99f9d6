import {
  auditText,
  createCompiler,
  type AuditFinding,
  type GroupDocument,
  type ReportInput,
} from '@plenary/aggregation';
import {
  compareShapes,
  findFormat,
  formats,
  lostOutcomes,
  shapeOf,
  type Assets,
  type Exporter,
  type Format,
  type ReportFile,
  type Shape,
  type Written,
} from '@plenary/exporters';
import { documentsOf, type Group, type Lang, type Person, type Summit } from '@plenary/programme';
import { kindsOf } from '@plenary/programme/templates';
import { ProblemError } from '@plenary/protocol';
import { normalise, type Report, type ReportOutcome } from '@plenary/report-ast';
import { requireReporter, type Asker } from './asker.ts';
import { peopleOf } from './authors.ts';
import type { Context } from './context.ts';
import type { ExportedReport, ExportWatch, ReportSources } from './export-job.ts';
import { inSteps } from './in-steps.ts';
import { findSummit } from './lookup.ts';
import { readGroup } from './read-group.ts';
import { assetsFor, type PictureSource, type PicturesIn } from './report-assets.ts';
import { newestPlan } from './report-plan.ts';
import { documentFacts, readSources, reportSources } from './report-sources.ts';
import { shapeSentences } from './shape-sentences.ts';
import { shownIn, writeFile } from './write-file.ts';
import { templateOf } from './template-of.ts';

/** A report, and what it was compiled from. */
export interface CompiledSummit {
  readonly report: Report;
  readonly input: ReportInput;
}

/** The ids of all formats, in the order in which a person is offered them. */
export const formatIds: readonly string[] = formats.map(({ id }) => id);

/** Compiles all group documents of a summit, each at its newest committed version. Checks nobody's access. */
export async function compileSummit(
  context: Context,
  summitIdOrSlug: string,
  lang: Lang,
): Promise<CompiledSummit> {
  return compileInput(context, await reportInput(context, await findSummit(context, summitIdOrSlug), lang));
}

/** Compiles the sources of a report: the same as `compileSummit` gave when they were read. */
export async function compileSources(
  context: CompileContext & Pick<Context, 'blocks'>,
  sources: ReportSources,
): Promise<CompiledSummit> {
  return compileInput(context, await inSteps(context, readSources(context, sources)));
}

type CompileContext = Pick<Context, 'breathe' | 'now' | 'reports'>;

async function compileInput(context: CompileContext, input: ReportInput): Promise<CompiledSummit> {
  const { compiler } = context.reports ?? { compiler: createCompiler() };
  return { report: await inSteps(context, compiler.steps(input)), input };
}

/** Everything the report of a summit is made from, as it stands now. Checks nobody's access. */
export async function reportInput(context: Context, summit: Summit, lang: Lang): Promise<ReportInput> {
  const people = await peopleOf(context, summit);
  const read = await inBatches(documentsOf(summit), (group) =>
    groupDocument(context, summit, group, people, lang),
  );
  const documents = new Map(read.map((document) => [document.group, document]));
  const { plan } = await newestPlan(context, summit);
  return { summit, lang, blocks: context.blocks, kinds: kindsOf(summit), documents, plan };
}

/**
 * The report in a format, read back and audited: each word of each document is in the file. Organisers and
 * rapporteurs only. Throws `format-unknown`, and `audit-failed` with what is missing: then there is no file.
 */
export async function exportSummit(
  context: Context,
  summitIdOrSlug: string,
  wanted: {
    readonly format: string;
    readonly lang?: Lang | undefined;
    readonly picturesIn?: PicturesIn;
  },
  asker: Asker,
  watch: ExportWatch = {},
): Promise<ExportedReport> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireReporter(summit, asker);
  const format = knownFormat(wanted.format);
  const { lang = summit.lang, picturesIn = 'file' } = wanted;
  if (context.exports !== undefined) {
    const sources = await reportSources(context, summit, lang);
    return context.exports.run({ sources, format: format.id, picturesIn }, watch);
  }
  const compiled = await compileSummit(context, summit.id, lang);
  const illustrated = await illustrate(context, summit, compiled, picturesIn);
  return exportCompiled(context, summit, format, illustrated, watch);
}

/** A compiled report with the pictures it shows; what there is to say about them is among its remarks. */
export interface IllustratedSummit extends CompiledSummit {
  readonly assets: Assets;
}

/** Fetches the pictures of a compiled report. Checks nobody's access. */
export async function illustrate(
  context: PictureSource,
  summit: Summit,
  { report, input }: CompiledSummit,
  picturesIn: PicturesIn,
): Promise<IllustratedSummit> {
  const { assets, diagnostics } = await assetsFor(context, summit, report, picturesIn);
  // In the report itself, so that its readers in JSON are told, too.
  return { report: { ...report, diagnostics: [...report.diagnostics, ...diagnostics] }, input, assets };
}

/** A compiled report in a format, read back and audited. Throws `audit-failed`. Checks nobody's access. */
export async function exportCompiled(
  context: Pick<Context, 'now' | 'typesetter'>,
  summit: Summit,
  format: Format,
  { report, input, assets }: IllustratedSummit,
  { onStage, signal }: ExportWatch = {},
): Promise<ExportedReport> {
  onStage?.('writing');
  const exporter: Exporter = await format.load(
    context.typesetter === undefined ? {} : { typesetter: context.typesetter },
  );
  const fit = normalise(report);
  const written = await writeFile(exporter, fit.report, assets, signal);
  const { file, diagnostics } = written;
  onStage?.('checking');
  const started = context.now();
  const expected = shapeOf(fit.report, shownIn(written, assets));
  if (exporter.covers !== undefined) await auditOutcomes(exporter, exporter.covers, file, report);
  else await auditFile(exporter, file, input, expected, written.without);
  const remarks = [...fit.diagnostics, ...diagnostics];
  return {
    file,
    mediaType: format.mediaType,
    fileName: `${summit.slug}.${format.extension}`,
    besides: exporter.besides?.(report, assets) ?? [],
    diagnostics: [...report.diagnostics, ...remarks],
    remarks,
    auditMs: context.now() - started,
  };
}

/** One file for what is delivered as several: an archive of the report and what lies beside it. Others stay as they are. */
export async function inOneFile(exported: ExportedReport): Promise<ExportedReport> {
  const { file, fileName, besides } = exported;
  if (besides.length === 0) return exported;
  const { zip } = await import('@plenary/exporters/zip');
  const entries = besides.map(({ path, bytes }) => ({ path, data: bytes, stored: true }));
  return {
    ...exported,
    file: zip([{ path: fileName, data: file }, ...entries]),
    fileName: `${fileName}.zip`,
    mediaType: 'application/zip',
    besides: [],
  };
}

/**
 * Throws `audit-failed`, with what is missing, unless a format's own parser finds in the file every word of the sources, and
 * as many cells, pictures and notes as have to be there.
 */
export async function auditFile(
  exporter: Pick<Exporter, 'readBack'>,
  file: ReportFile,
  input: ReportInput,
  expected: Shape,
  without?: Written['without'],
): Promise<void> {
  const { words, shape, asRead } = await exporter.readBack(file);
  // Words found once more than in the sources are not lost; a title that repeats the theme does that.
  const findings = auditText(input, words, asRead).filter(({ problem }) => problem !== 'repeated');
  const missing = [
    ...namesOf(findings),
    ...shapeSentences(compareShapes(expected, shape, without), input.lang),
  ];
  if (missing.length > 0) throw new ProblemError('audit-failed', { missing: missing.join('; ') });
}

/** Throws `audit-failed`, with what is missing, unless the text of each outcome that the format covers is found in the file. */
export async function auditOutcomes(
  exporter: Pick<Exporter, 'readBack'>,
  covers: (outcome: ReportOutcome) => boolean,
  file: ReportFile,
  report: Report,
): Promise<void> {
  const { words } = await exporter.readBack(file);
  const lost = lostOutcomes(report, covers, words).map(({ text }) => `“${text.slice(0, 80).toWellFormed()}”`);
  if (lost.length > 0)
    throw new ProblemError('audit-failed', { missing: lost.slice(0, MOST_NAMED).join('; ') });
}

/** One group document at its newest committed version, as the compile takes it. */
export async function groupDocument(
  context: Context,
  summit: Summit,
  group: Group,
  people: ReadonlyMap<string, Person>,
  lang: Lang,
): Promise<GroupDocument> {
  const { head, hash, content } = await readGroup(context, group.id);
  const facts = await documentFacts(context, head, people, lang);
  return { ...facts, hash, content, template: templateOf(summit, group) };
}

/** Throws `format-unknown`. */
export function knownFormat(id: string): Format {
  const format = findFormat(id);
  if (format === undefined)
    throw new ProblemError('format-unknown', { format: id, formats: formatIds.join(', ') });
  return format;
}

/** The first passages that are not where they must be, each with its section. */
function namesOf(findings: readonly AuditFinding[]): string[] {
  const named = findings.slice(0, MOST_NAMED).map(({ title, text }) => `${title}: “${text}”`);
  return findings.length > MOST_NAMED ? [...named, '…'] : named;
}

/** Rooms are read a few at a time: a room may have to be rebuilt from its log, and writers come first. */
async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    results.push(...(await Promise.all(items.slice(start, start + BATCH).map(work))));
  }
  return results;
}

/** Group documents read at a time. */
const BATCH = 8;
/** What a person reads before going to look; more would hide the first. */
const MOST_NAMED = 5;
