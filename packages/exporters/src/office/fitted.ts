import type { Asset } from '../assets.ts';
import { pixelSize, type PixelSize } from './pixel-size.ts';

/** A size on paper, in twentieths of a point. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a picture stands on paper: as large as it is at 96 dots an inch, smaller where it would not fit. Its own proportions are kept,
 * also where a figure says others.
 */
export function fitted(asset: Asset, said: Partial<PixelSize>, room: PaperSize): PaperSize {
  const own = pixelSize(asset) ?? {
    width: said.width ?? UNKNOWN.width,
    height: said.height ?? UNKNOWN.height,
  };
  const scale = Math.min(TWENTIETHS_A_PIXEL, room.width / own.width, room.height / own.height);
  return {
    width: Math.max(1, Math.floor(own.width * scale)),
    height: Math.max(1, Math.floor(own.height * scale)),
  };
}

/** 1,440 in an inch. */
const TWENTIETHS_A_PIXEL = 15;
const UNKNOWN: PixelSize = { width: 640, height: 480 };
