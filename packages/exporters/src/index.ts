/** One folder per format: a report in, a file out, and the file read back. */
export { assetIds, missingAssets } from './assets.ts';
export type { Asset, Assets, ImageType, SideFile } from './assets.ts';
export { handle } from './exporter.ts';
export type { Exporter, Handlers, ReadBack, ReportFile, Written } from './exporter.ts';
export { findFormat, formats } from './formats.ts';
export type { Format, FormatId } from './formats.ts';
export { lostOutcomes } from './outcomes/told-outcomes.ts';
export { compareShapes, shapeOf } from './shape.ts';
export type { Shape, ShapeFinding } from './shape.ts';
export { TypesettingError } from './typesetter.ts';
export type {
  Cancellation,
  ExportTools,
  PdfStandard,
  Reduction,
  Typeset,
  Typesetter,
  TypesettingJob,
  TypesettingProblem,
} from './typesetter.ts';
