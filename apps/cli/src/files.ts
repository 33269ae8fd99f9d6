import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { reasonOf } from './reason.ts';

/** A file named on the command line, whole. Throws `Failure` with a sentence. */
export async function readNamed(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new Failure('file-too-large', { file, max: '40 MB' });
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = reasonOf(error);
    throw reason === 'ENOENT'
      ? new Failure('file-missing', { file })
      : new Failure('file-unreadable', { file, reason });
  }
}

/** Writes a whole file or none: what was there before stays untouched until the new one is on disk. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Failure('file-not-written', { file, reason: reasonOf(error) });
  }
}

/** The same in a folder that is made where it is not there yet; the one around it has to be there. */
export async function writeBeside(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file));
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST')
      throw new Failure('file-not-written', { file, reason: reasonOf(error) });
  }
  await writeWhole(file, bytes);
}

/** Ten times the longest notes met so far; as base64 it still fits through the server's door. */
const MOST_BYTES = 40 * 1024 * 1024;
