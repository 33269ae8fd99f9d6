import type Sharp from 'sharp';

/** The library, loaded when the first picture comes: a command that has nothing to do with pictures does not pay for it. */
export async function loadSharp(): Promise<typeof Sharp> {
  loaded ??= load();
  return loaded;
}

let loaded: Promise<typeof Sharp> | undefined;

async function load(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // Files from anybody never reach any other decoder, whatever they begin with.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  // One thread a picture: how many pictures there are at a time is decided elsewhere. And no picture comes twice.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

const LOADERS = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadNsgifBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadHeifBuffer',
];
