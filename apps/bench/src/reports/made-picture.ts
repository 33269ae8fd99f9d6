import { crc32, deflateSync } from 'node:zlib';

/** A PNG of 480 × 300 pixels a chart of bars, small as drawings are; another one for each number. */
export function madePicture(number: number): Uint8Array {
  const row = (y: number): Buffer => {
    const line = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x += 1) {
      const bar = Math.floor(x / 40);
      const isFilled = HEIGHT - y < ((bar * 7 + number * 5) % 13) * 22;
      line.set(isFilled ? [bar * 20, number * 40, 160] : [255, 255, 255], 1 + x * 3);
    }
    return line;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2], 8); // eight bits each of red, green and blue
  const pixels = deflateSync(Buffer.concat(Array.from({ length: HEIGHT }, (_, y) => row(y))));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Of every made picture, in pixels. */
export const [WIDTH, HEIGHT] = [480, 300];

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
