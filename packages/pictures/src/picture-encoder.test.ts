import { createHash } from 'node:crypto';
import type { Picture } from '@plenary/programme';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { claiming, drawing, noise, photograph, transparent } from '../fixtures/samples.ts';
import { createPictureEncoder, LONGEST_SIDE, MOST_PIXELS } from './picture-encoder.ts';

const encoder = createPictureEncoder();

async function encoded(bytes: Uint8Array): Promise<Picture> {
  const picture = await encoder.encode(bytes);
  if (typeof picture === 'string') throw new Error(`refused as ${picture}`);
  return picture;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a photograph', () => {
  test('comes out upright, without the place, the phone or anything else that was written into it', async () => {
    const bytes = await photograph(1200, 800);
    const before = await sharp(bytes).metadata();
    expect(before.orientation).toBe(6);
    expect(latin(bytes)).toContain('Telefon');
    // The tag that leads to the place, in the order of bytes that is used here.
    expect(before.exif?.includes(Buffer.of(0x25, 0x88))).toBe(true);

    const picture = await encoded(bytes);
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 800, height: 1200 });
    const after = await sharp(picture.bytes).metadata();
    expect(after).not.toHaveProperty('exif');
    expect(after).not.toHaveProperty('xmp');
    expect(after).not.toHaveProperty('iptc');
    expect(after).not.toHaveProperty('icc');
    expect(after).not.toHaveProperty('orientation');
    expect(latin(picture.bytes)).not.toMatch(/Telefon|T-800|Exif/);
  });

  test('keeps nothing that was hidden behind its end', async () => {
    const bytes = Buffer.concat([await photograph(64, 64), utf8('<script>alert(1)</script>')]);
    expect(latin((await encoded(bytes)).bytes)).not.toContain('script');
  });

  test('is made smaller, never larger', async () => {
    expect(await encoded(await photograph(3000, 1500))).toMatchObject({ width: 1024, height: LONGEST_SIDE });
    expect(await encoded(await photograph(40, 30))).toMatchObject({ width: 30, height: 40 });
  });

  test('is a photograph whatever it was saved as', async () => {
    const raw = { raw: { width: 640, height: 480, channels: 3 as const } };
    for (const bytes of [
      await sharp(noise(640, 480), raw).png().toBuffer(),
      await sharp(noise(640, 480), raw).webp().toBuffer(),
      await sharp(noise(640, 480), raw).avif({ effort: 0 }).toBuffer(),
    ])
      expect(await encoded(bytes)).toMatchObject({ type: 'image/jpeg', width: 640, height: 480 });
  });

  test('in the colours of a printing press becomes one for screens', async () => {
    const raw = { raw: { width: 64, height: 64, channels: 3 as const } };
    const bytes = await sharp(noise(64, 64), raw).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    expect(await sharp((await encoded(bytes)).bytes).metadata()).toMatchObject({
      space: 'srgb',
      channels: 3,
    });
  });
});

describe('a drawing', () => {
  test('stays exact', async () => {
    const bytes = await drawing();
    const picture = await encoded(bytes);
    expect(picture).toMatchObject({ type: 'image/png', width: 400, height: 300 });
    const pixels = async (file: Uint8Array) => sharp(file).removeAlpha().raw().toBuffer();
    expect((await pixels(picture.bytes)).equals(await pixels(bytes))).toBe(true);
  });

  test('can still be seen through', async () => {
    const picture = await encoded(await transparent());
    expect(picture.type).toBe('image/png');
    expect((await sharp(picture.bytes).stats()).isOpaque).toBe(false);
  });

  test('that moves stands still', async () => {
    const frames = [await drawing(20, 20), await transparent(20, 20)];
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
    const picture = await encoded(bytes);
    expect(picture).toMatchObject({ width: 20, height: 20 });
    expect((await sharp(picture.bytes).metadata()).pages ?? 1).toBe(1);
  });
});

test('is named by what it is, and the same bytes give the same picture', async () => {
  const bytes = await photograph(300, 200);
  const picture = await encoded(bytes);
  expect(picture.id).toBe(createHash('sha256').update(picture.bytes).digest('hex'));
  expect(await encoder.encode(bytes)).toEqual(picture);
});

describe('what is no picture', () => {
  test.each([
    ['nothing', utf8('')],
    ['a text', utf8('bonjour')],
    ['a drawing that may hold programs', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', utf8('<!doctype html><script>alert(1)</script>')],
    ['a document', utf8('%PDF-1.7')],
    ['a photograph of a kind that is not read', utf8('\u0000\u0000\u0000\u0018ftypheic')],
    ['a scan', utf8('II*\u0000')],
  ])('%s is refused as of another kind', async (_, bytes) => {
    expect(await encoder.encode(bytes)).toBe('kind');
  });

  test('a beginning with nothing behind it is refused as damaged', async () => {
    for (const bytes of [await photograph(64, 64), await drawing(64, 64), await transparent()])
      expect(await encoder.encode(bytes.subarray(0, 20))).toBe('damaged');
  });

  test('a page that begins like a picture is refused as damaged', async () => {
    const page = Buffer.concat([(await drawing()).subarray(0, 8), utf8('<html><script>alert(1)</script>')]);
    expect(await encoder.encode(page)).toBe('damaged');
    expect(await encoder.encode(utf8('GIF89a<svg onload="alert(1)"/>'))).toBe('damaged');
  });

  test('what was cut short anywhere is refused', async () => {
    for (const whole of [await photograph(200, 100), await drawing(200, 100)]) {
      for (const part of [0.3, 0.6, 0.9])
        expect(await encoder.encode(whole.subarray(0, Math.floor(whole.length * part)))).toBe('damaged');
    }
  });

  test('a few bytes that claim to be as large as a wall are refused before anything is decoded', async () => {
    expect(await encoder.encode(await claiming(20_000, 20_000))).toBe('too-many-pixels');
    expect(await encoder.encode(await claiming(60_000, 60_000))).toBe('too-many-pixels');
    expect(await encoder.encode(await claiming(8_000, MOST_PIXELS / 8_000))).toBe('damaged');
  });

  test('wrong bytes anywhere give a picture or a refusal, and never anything else', async () => {
    const whole = await photograph(64, 64);
    for (let at = 2; at < whole.length; at += Math.ceil(whole.length / 150)) {
      const bytes = whole.slice();
      bytes[at] = ~(bytes[at] ?? 0) & 0xff;
      const found = await encoder.encode(bytes);
      expect(typeof found === 'string' ? found : found.type).toMatch(
        /^(?:damaged|too-many-pixels|kind|image\/jpeg)$/,
      );
    }
  });
});

test('many at once all come out', async () => {
  const bytes = await photograph(200, 150);
  const all = await Promise.all(Array.from({ length: 12 }, async () => encoded(bytes)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
});
