import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzip } from './unzip.ts';
import { zip } from './zip.ts';

const entries = [
  { path: 'mimetype', data: 'application/x-été', stored: true },
  { path: 'z/last.xml', data: '<a/>'.repeat(100) },
  { path: 'a/first.bin', data: strToU8('😀'), stored: true },
];

describe('an archive', () => {
  it('gives back its files, in the order they were given', () => {
    const archive = unzip(zip(entries));
    expect(archive.paths).toEqual(['mimetype', 'z/last.xml', 'a/first.bin']);
    expect(archive.text('z/last.xml')).toBe('<a/>'.repeat(100));
    expect(archive.bytes('a/first.bin')).toEqual(strToU8('😀'));
    expect(archive.text('constructor')).toBeUndefined();
  });

  it('begins with the first file as it is, where it is stored', () => {
    const bytes = zip(entries);
    // A local header is 30 bytes and the path; nothing may stand between it and a media type that is read by position.
    expect(bytes.slice(38, 38 + 19)).toEqual(strToU8('application/x-été'));
    expect(bytes.slice(8, 10)).toEqual(new Uint8Array([0, 0]));
  });

  it('says the same date for all files, the first day the format knows, at noon', () => {
    const bytes = zip(entries);
    const [time, date] = [12 << 11, (1 << 5) | 1];
    expect(bytes.slice(10, 14)).toEqual(new Uint8Array([time & 255, time >> 8, date & 255, date >> 8]));
    expect(zip(entries)).toEqual(bytes);
  });

  it('is refused where it is none', () => {
    expect(() => unzip(strToU8('no archive'))).toThrow('invalid zip data');
  });
});
