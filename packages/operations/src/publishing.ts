import { encodeUtf8 } from 'lib0/string';
import { documentsTold } from '@plenary/aggregation';
import { formats, shapeOf, type Format, type ReportFile } from '@plenary/exporters';
import {
  writeMissingPage,
  writePublishedPage,
  type Download,
  type Site,
} from '@plenary/exporters/published-page';
import type { FileToPublish, Publication, Summit } from '@plenary/programme';
import {
  ProblemError,
  problemSentence,
  type ProblemLang,
  type PublicationRequest,
  type PublicationState,
  type PublicationView,
} from '@plenary/protocol';
import { authorOf, requireMember, requireOrganiser, type Asker } from './asker.ts';
import { peopleOf, signerName } from './authors.ts';
import type { Context } from './context.ts';
import type { ExportedReport, ReportSources } from './export-job.ts';
import { findSummit } from './lookup.ts';
import { newestPlan } from './report-plan.ts';
import { reportSources } from './report-sources.ts';
import {
  auditFile,
  compileSources,
  exportCompiled,
  illustrate,
  inOneFile,
  type CompiledSummit,
  type IllustratedSummit,
} from './reporting.ts';

/** Where published reports are read: `/r/<slug>`, and below that `/<lang>` and `/<lang>/<file>`. */
export const PUBLISHED_PATH = '/r';

/** Where a published page finds the script that searches it. */
export const READER_SCRIPT = '/reader.js';

/**
 * Publishes the report as it is now, in every format and in these languages, in place of what was published before. All
 * of it is audited first: with `audit-failed` nothing changes. Organisers only.
 */
export async function publishReport(
  context: Context,
  summitIdOrSlug: string,
  { langs, findable }: PublicationRequest,
  asker: Asker,
): Promise<PublicationView> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  const inOrder = [summit.lang, ...langs].filter((lang, index, all) => {
    return langs.includes(lang) && all.indexOf(lang) === index;
  });
  const files: FileToPublish[] = [];
  const compiled: CompiledSummit[] = [];
  for (const lang of inOrder) {
    const sources = await reportSources(context, summit, lang);
    const report = await illustrate(context, summit, await compileSources(context, sources), 'file');
    files.push(...(await filesOf(context, { ...report, sources }, { langs: inOrder, findable })));
    compiled.push(report);
  }
  const by = authorOf(asker);
  const facts = { summit: summit.id, by, at: context.now(), langs: inOrder, findable };
  const published = await context.publications.publish({ ...facts, sources: oldestOf(compiled) }, files);
  return viewOf(context, summit, published);
}

/** Takes the published report away, with all its files. Organisers only. Throws `report-not-published`. */
export async function unpublishReport(context: Context, summitIdOrSlug: string, asker: Asker): Promise<void> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  if (!(await context.publications.unpublish(summit.id))) throw new ProblemError('report-not-published');
}

/** What is published, and how far behind the groups it is. Members only. */
export async function viewPublication(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
): Promise<PublicationState> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireMember(summit, asker);
  const publication = await context.publications.publication(summit.id);
  return publication === undefined ? {} : { publication: await viewOf(context, summit, publication) };
}

/** A file of a published report, for anybody: its bytes are read when they are asked for. */
export interface PublishedReading {
  readonly publication: Publication;
  readonly file: Publication['files'][number];
  bytes(): Promise<Uint8Array>;
}

/**
 * What stands at an address below `PUBLISHED_PATH`: the page in a language, the first one where none is named, or a file.
 * Nobody is asked who they are. Throws `report-not-published`.
 */
export async function readPublished(
  context: Pick<Context, 'summits' | 'publications'>,
  slug: string,
  lang?: string,
  file?: string,
): Promise<PublishedReading> {
  const summit = await context.summits.summit(slug);
  const publication = summit?.slug === slug ? await context.publications.publication(summit.id) : undefined;
  const name = [lang ?? publication?.langs[0], file].filter((part) => part !== undefined).join('/');
  const found = publication?.files.find((candidate) => candidate.name === name);
  if (summit === undefined || publication === undefined || found === undefined)
    throw new ProblemError('report-not-published');
  return {
    publication,
    file: found,
    async bytes() {
      const bytes = await context.publications.publishedBytes(summit.id, name);
      // Taken away since a moment ago.
      if (bytes === undefined) throw new ProblemError('report-not-published');
      return bytes;
    },
  };
}

/** What a person finds at an address where nothing is published, or no longer. */
export function missingPage(lang: ProblemLang): string {
  return writeMissingPage(lang, problemSentence('report-not-published', {}, lang));
}

/** A report here and, to be made elsewhere, the same documents at the same versions. */
interface ReportToPublish extends IllustratedSummit {
  readonly sources: ReportSources;
}

/** The page in one language, and the report in that language in every format. */
async function filesOf(
  context: Context,
  compiled: ReportToPublish,
  { langs, findable }: PublicationRequest,
): Promise<readonly FileToPublish[]> {
  const { lang, summit } = compiled.sources;
  const files: FileToPublish[] = [];
  const downloads: Download[] = [];
  for (const format of formats) {
    const exported = await exportIfPossible(context, format, compiled);
    if (exported === undefined) continue;
    const { file, fileName, mediaType } = await inOneFile(exported);
    const bytes = bytesOf(file);
    const name = `${lang}/${fileName}`;
    files.push({ name, mediaType, bytes });
    downloads.push({ label: format.label[lang], href: addressOf(summit, name), size: bytes.length });
  }
  const others = langs.filter((other) => other !== lang);
  const languages = others.map((other) => ({ lang: other, href: addressOf(summit, other) }));
  const page = await pageOf(compiled, { script: READER_SCRIPT, findable, languages, downloads });
  return [{ name: lang, ...page }, ...files];
}

/** Undefined where this machine has no engine for the format: the others are published without it. */
async function exportIfPossible(
  context: Context,
  format: Format,
  { sources, ...compiled }: ReportToPublish,
): Promise<ExportedReport | undefined> {
  try {
    if (context.exports === undefined) return await exportCompiled(context, sources.summit, format, compiled);
    return await context.exports.run({ sources, format: format.id, picturesIn: 'file' }, {});
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'pdf-unavailable') return undefined;
    throw error;
  }
}

/** The format whose ending a file name has, in an archive or not; the longest, because one may end as another does. */
function formatOf(name: string): Format | undefined {
  return formats
    .filter(({ extension }) => name.endsWith(`.${extension}`) || name.endsWith(`.${extension}.zip`))
    .reduce<Format | undefined>(
      (longest, format) =>
        longest === undefined || format.extension.length > longest.extension.length ? format : longest,
      undefined,
    );
}

async function pageOf(
  { report, input, assets }: IllustratedSummit,
  site: Site,
): Promise<Omit<FileToPublish, 'name'>> {
  const page = writePublishedPage(report, assets, site);
  const [html] = formats;
  await auditFile(await html.load(), page, input, shapeOf(report, assets));
  return { mediaType: html.mediaType, bytes: encodeUtf8(page) };
}

function bytesOf(file: ReportFile): Uint8Array {
  return typeof file === 'string' ? encodeUtf8(file) : file;
}

function addressOf({ slug }: Summit, name: string): string {
  return `${PUBLISHED_PATH}/${slug}/${name}`;
}

/** The versions that are in every language: a group may have written on between one and the next. */
function oldestOf(compiled: readonly CompiledSummit[]): Record<string, number> {
  const oldest: Record<string, number> = {};
  for (const { report } of compiled) {
    for (const [group, { seq }] of Object.entries(report.generatedFrom))
      oldest[group] = Math.min(seq, oldest[group] ?? seq);
  }
  return oldest;
}

async function viewOf(context: Context, summit: Summit, publication: Publication): Promise<PublicationView> {
  const { langs, findable, by, at, files, sources } = publication;
  const people = await peopleOf(context, summit);
  const { plan } = await newestPlan(context, summit);
  const heads = await Promise.all(
    documentsTold(summit, plan).map(async ({ id }) => [id, await context.documents.head(id)] as const),
  );
  return {
    url: `${context.publicUrl}${PUBLISHED_PATH}/${summit.slug}`,
    by: signerName(by, people, summit.lang),
    at: new Date(at).toISOString(),
    langs: [...langs],
    findable,
    behind: heads.filter(([group, head]) => head?.seq !== sources[group]).length,
    files: files.flatMap(({ name, size }) => {
      const format = formatOf(name);
      const lang = langs.find((candidate) => name.startsWith(`${candidate}/`));
      if (format === undefined || lang === undefined) return [];
      return [{ url: `${context.publicUrl}${addressOf(summit, name)}`, lang, format: format.id, size }];
    }),
  };
}
