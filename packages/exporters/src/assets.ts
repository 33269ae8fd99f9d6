import {
  type AssetId,
  type Diagnostic,
  eachNode,
  type Figure,
  nodesOf,
  type Report,
} from '@plenary/report-ast';

/** The kinds of picture a file may hold, and how their files end. None of them can run anything or fetch anything. */
const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
} as const;

/** The media type of a picture. */
export type ImageType = keyof typeof EXTENSIONS;

/** The bytes of a picture, and what they are. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly type: ImageType;
  /** Where a page that is only looked at, inside the application, finds the picture instead of holding its bytes. */
  readonly address?: string;
}

/** The pictures of a report, by id. Where one is missing its words stand in its place. */
export type Assets = ReadonlyMap<AssetId, Asset>;

/** A file that has to be delivered beside a report, at this path relative to it. */
export interface SideFile {
  readonly path: string;
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

/** The picture of a figure, or undefined where it was not delivered or is not one that a file may hold. */
export function assetOf(figure: Figure, assets: Assets): Asset | undefined {
  const asset = figure.asset === undefined ? undefined : assets.get(figure.asset);
  return asset !== undefined && Object.hasOwn(EXTENSIONS, asset.type) ? asset : undefined;
}

/** The logo and the cover of a report, as far as they were delivered. */
export function titlePictures({ look }: Report, assets: Assets): readonly Asset[] {
  return [look?.logo, look?.cover].flatMap((id) => {
    const asset = id === undefined ? undefined : assets.get(id);
    return asset !== undefined && Object.hasOwn(EXTENSIONS, asset.type) ? [asset] : [];
  });
}

/** Where a picture lies beside the file that shows it. */
export function assetPath(id: AssetId, { type }: Asset): string {
  return `assets/${id}.${EXTENSIONS[type]}`;
}

/** The pictures a report names, each once, in the order in which it shows them. */
export function assetIds(report: Report): readonly AssetId[] {
  return shown(report).flatMap(({ asset }) => asset ?? []);
}

/** The pictures a report shows, as files beside it, in the order in which it shows them. */
export function sideFiles(report: Report, assets: Assets): readonly SideFile[] {
  return shown(report).flatMap((figure): readonly SideFile[] => {
    const asset = assetOf(figure, assets);
    if (asset === undefined || figure.asset === undefined) return [];
    return [{ path: assetPath(figure.asset, asset), type: asset.type, bytes: asset.bytes }];
  });
}

/** A warning for each picture that a report names and nobody delivered: its words stand in its place in every file. */
export function missingAssets(report: Report, assets: Assets): readonly Diagnostic[] {
  const say = report.lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
  return shown(report)
    .filter((figure) => assetOf(figure, assets) === undefined)
    .map(({ asset = '', alt }) => ({
      rule: 'asset-missing',
      severity: 'warning',
      message: say(`${asset.slice(0, 12)}${alt === '' ? '' : `, ${alt.slice(0, 60).toWellFormed()}`}`),
    }));
}

function fr(what: string): string {
  return `L’image (${what}) manque\u00A0: le fichier donne ses mots à sa place. Ajoutez-la de nouveau dans sa section.`;
}

function en(what: string): string {
  return `The picture (${what}) is missing: the file has its words in its place. Add it to its section again.`;
}

/** Each picture once, where it is first shown, those of the title page first; a figure that names none is not waiting for one. */
function shown(report: Report): readonly Figure[] {
  const figures = new Map<AssetId, Figure>();
  for (const asset of [report.look?.logo, report.look?.cover]) {
    if (asset !== undefined) figures.set(asset, { type: 'figure', asset, alt: '', caption: [] });
  }
  eachNode(nodesOf(report), (node) => {
    if (node.type === 'figure' && node.asset !== undefined && !figures.has(node.asset))
      figures.set(node.asset, node);
  });
  return [...figures.values()];
}
