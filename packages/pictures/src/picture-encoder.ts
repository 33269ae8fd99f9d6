import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Picture, PictureEncoder, PictureRefusal, PictureType } from '@plenary/programme';
import type { Sharp } from 'sharp';
import { loadSharp } from './load-sharp.ts';
import { recognise, type PictureKind } from './recognise.ts';
import { Turns } from './turns.ts';

/**
 * Pixels a file may have: cameras of phones take up to 50 million. Decoded they are a quarter of a gigabyte at most,
 * and a few bytes can claim any number, so it is looked at before anything is decoded.
 */
export const MOST_PIXELS = 64_000_000;

/**
 * Pixels along the longer side of what is kept. Across the 17 cm of a printed page they are 300 to the inch, and the
 * handwriting of a photographed flipchart can be read; a photograph weighs half a megabyte.
 */
export const LONGEST_SIDE = 2048;

/**
 * Encodes with libvips, in threads of its own: the event loop never waits. Half of the machine at most, so that those
 * who type do not notice forty people who come back from a visit with photographs.
 */
export function createPictureEncoder(): PictureEncoder {
  const turns = new Turns(Math.max(1, Math.floor(availableParallelism() / 2)));
  return {
    async encode(bytes) {
      const kind = recognise(bytes);
      if (kind === undefined) return 'kind';
      return turns.take(() => encodeAs(kind, bytes));
    },
  };
}

async function encodeAs(kind: PictureKind, bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  const sharp = await loadSharp();
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return 'too-many-pixels';
    // Of what moves only the first frame is read.
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 })
      .timeout({ seconds: LONGEST_DECODING })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    if (kind === 'jpeg') return await kept(asJpeg(upright), 'image/jpeg');
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
    const pixels = { raw: { width: info.width, height: info.height, channels: info.channels } };
    return await lighter(() => sharp(data, pixels));
  } catch {
    // Whatever the decoder says about it: these bytes are no picture of the kind they begin as.
    return 'damaged';
  }
}

/**
 * Drawings and screens stay exact, photographs become photographs: whichever of the two is made for them is smaller.
 * What can be seen through stays so, unless it weighs more than ten photographs.
 */
async function lighter(picture: () => Sharp): Promise<Picture> {
  const [png, { isOpaque }] = await Promise.all([
    kept(picture().png({ compressionLevel: 9 }), 'image/png'),
    picture().stats(),
  ]);
  if (!isOpaque && png.bytes.length <= HEAVIEST_PNG) return png;
  const jpeg = await kept(asJpeg(picture().flatten({ background: 'white' })), 'image/jpeg');
  return png.bytes.length <= jpeg.bytes.length * WORTH_BEING_EXACT && isOpaque ? png : jpeg;
}

function asJpeg(picture: Sharp): Sharp {
  return picture.jpeg({ quality: 82, mozjpeg: true });
}

/** Nothing of the metadata is asked for, so none of it is written. */
async function kept(picture: Sharp, type: PictureType): Promise<Picture> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const bytes = new Uint8Array(data);
  const id = createHash('sha256').update(bytes).digest('hex');
  return { id, type, width: info.width, height: info.height, bytes };
}

/** Seconds for one picture. The largest take two on a small machine; what takes longer was made to. */
const LONGEST_DECODING = 20;
/** Bytes of a picture that can be seen through. */
const HEAVIEST_PNG = 4 * 1024 * 1024;
/** Sharp edges of letters are worth some bytes; ten times as many for a photograph are not. */
const WORTH_BEING_EXACT = 1.5;
