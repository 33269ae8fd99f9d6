/** What organisers, rapporteurs and operators can do to a summit. */
export type { Asker } from './asker.ts';
export {
  commands,
  runCommand,
  type Command,
  type CommandContext,
  type CommandResults,
  type DataKeeping,
} from './commands.ts';
export type { Context, DocumentAuthors } from './context.ts';
export { addGroup, createSummit, type CreatedSummit } from './create-summit.ts';
export type { ExportedReport, ExportJob, ExportRunner, ExportStage, ExportWatch } from './export-job.ts';
export { importFile, type BroughtFile, type ImportedFile } from './importing.ts';
export { invite, listInvitations, previewInvitation, revokeInvitation } from './invitations.ts';
export { decideMerge, listMerges } from './merging.ts';
export { accessOf, join, personOfInvitation, personOfSession, PRESENCE_COLOURS } from './joining.ts';
export { mayBring } from './may-bring.ts';
export { addPicture, MOST_PICTURES, viewPicture } from './pictures.ts';
export {
  missingPage,
  PUBLISHED_PATH,
  publishReport,
  readPublished,
  unpublishReport,
  viewPublication,
  type PublishedReading,
} from './publishing.ts';
export { changePlan, readPlan } from './report-plan.ts';
export { createReportCache, type ReadVersion, type ReportCache } from './report-cache.ts';
export { reportJsonSchema } from '@plenary/exporters/json-schema';
export { compileSummit, exportSummit, formatIds, inOneFile } from './reporting.ts';
export { isTypeset, listFormats, requireExport } from './report-formats.ts';
export { runExport, type ExportContext } from './run-export.ts';
export { reportSources } from './report-sources.ts';
export type { PictureSource } from './report-assets.ts';
export { loadSample } from './sample.ts';
export { viewSection } from './section-view.ts';
export { reopen, signOff, type SignedVersion } from './sign-off.ts';
export { listGroups, listSummits, viewGroup, viewSummit } from './views.ts';
export { viewWriters } from './writers-view.ts';
