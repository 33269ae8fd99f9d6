import type { Asset } from '../assets.ts';

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The size a picture says it has, or undefined where its first bytes do not say. AVIF says it too deep inside. */
export function pixelSize({ bytes, type }: Asset): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[type](view);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // Bytes that end too early.
    return undefined;
  }
}

const READERS: Readonly<Record<Asset['type'], (view: DataView) => PixelSize | undefined>> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': () => undefined,
};

/** A JPEG is a row of segments; one of them begins the frame and says its size. */
function jpegSize(view: DataView): PixelSize | undefined {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    // Frames are C0 to CF, but for tables of codes (C4), extensions (C8) and arithmetic (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

function webpSize(view: DataView): PixelSize | undefined {
  switch (view.getUint8(15)) {
    case 0x58: // VP8X: 24 bits each, less one
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    case 0x4c: {
      // VP8L: 14 bits each, less one
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default: // VP8: two more bits say how to scale
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
