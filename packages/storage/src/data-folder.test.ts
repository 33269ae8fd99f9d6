import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backupDataFolder, checkDataFolder, DATABASE, openDataFolder } from './data-folder.ts';
import { DataFolderInUse } from './folder-lock.ts';
import { restoreDataFolder } from './restore.ts';
import { addTrialDocument } from '../fixtures/documents.ts';
import { SEED, word } from '../fixtures/written.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

const FORGETFUL_HOLDER = join(import.meta.dirname, '../fixtures/forgetful-holder.ts');

function newPath(): string {
  folders += 1;
  return join(root, String(folders));
}

async function newFolder(...documents: readonly string[]): Promise<string> {
  const path = newPath();
  const folder = await openDataFolder(path);
  for (const document of documents) await addTrialDocument(folder.summits, document, SEED);
  await folder.close();
  return path;
}

/** Starts the writer and collects its lines; `until` resolves when it has printed that many. */
function startWriter(path: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, '../fixtures/crash-writer.ts'), path],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  let output = '';
  let errors = '';
  let wake = () => {};
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    wake();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  /** Whole lines only: the last one may have been cut by the kill. */
  const lines = () => output.split('\n').slice(0, -1);
  return {
    child,
    ended,
    lines,
    errors: () => errors,
    async until(count: number) {
      while (lines().length < count && child.exitCode === null) {
        await Promise.race([
          ended,
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
        ]);
      }
    },
  };
}

test('the folder and its files are for their owner alone', async () => {
  const path = await newFolder();
  const folder = await openDataFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(path))
    expect([name, statSync(join(path, name)).mode & 0o777]).toEqual([name, 0o600]);
  await folder.close();
});

test('a folder that is open is refused, in this process too, and free after closing', async () => {
  const path = newPath();
  const folder = await openDataFolder(path);
  await expect(openDataFolder(path)).rejects.toBeInstanceOf(DataFolderInUse);
  await folder.close();
  await (await openDataFolder(path)).close();
});

test('a holder that keeps nothing but the documents keeps the folder', async () => {
  const path = await newFolder('a');
  const holder = spawn(process.execPath, ['--expose-gc', FORGETFUL_HOLDER, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(holder, 'exit');
  try {
    await Promise.race([once(holder.stdout, 'data'), gone]);
    await expect(openDataFolder(path)).rejects.toBeInstanceOf(DataFolderInUse);
  } finally {
    holder.kill('SIGKILL');
    await gone;
  }
}, 30_000);

test('[DS1] after kill -9, again and again, every acknowledged update is there, without a gap, and the folder is free', async () => {
  const path = await newFolder('a', 'b');
  const acknowledged = new Map<string, number>();
  for (const count of [40, 200, 90, 400, 150]) {
    const writer = startWriter(path);
    await writer.until(count);
    await expect(openDataFolder(path)).rejects.toBeInstanceOf(DataFolderInUse);
    writer.child.kill('SIGKILL');
    await writer.ended;
    expect(writer.errors()).toBe('');
    expect(writer.lines().length).toBeGreaterThanOrEqual(count);
    for (const line of writer.lines().slice(1)) {
      const [document = '', seq = ''] = line.split(' ');
      acknowledged.set(document, Math.max(acknowledged.get(document) ?? 0, Number(seq)));
    }
    const folder = await openDataFolder(path);
    for (const [document, newest] of acknowledged) {
      const log = await folder.documents.history(document, 0);
      expect(log.length).toBeGreaterThanOrEqual(newest);
      expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
    }
    expect(await folder.check()).toEqual([]);
    await folder.close();
  }
  expect([...acknowledged.values()].reduce((sum, seq) => sum + seq, 0)).toBeGreaterThan(500);
}, 60_000);

test('a backup of a busy folder is one moment, whole, and restores to the same', async () => {
  const path = await newFolder('a');
  const folder = await openDataFolder(path);
  const stop = new AbortController();
  const appended = (async () => {
    let newest = 0;
    while (!stop.signal.aborted) {
      const [outcome] = await folder.documents.append([word('a', `word ${newest}`)]);
      if (outcome?.ok === true) newest = outcome.seq;
    }
    return newest;
  })();
  const file = join(root, 'busy.plenary-backup');
  const before = await folder.documents.head('a');
  await folder.backup(file);
  const after = await folder.documents.head('a');
  stop.abort();
  await appended;
  await folder.close();

  expect(statSync(file).mode & 0o777).toBe(0o600);
  const copy = newPath();
  await restoreDataFolder(file, copy);
  const restored = await openDataFolder(copy);
  const log = await restored.documents.history('a', 0);
  expect(log.length).toBeGreaterThanOrEqual(before?.seq ?? 0);
  expect(log.length).toBeLessThanOrEqual(after?.seq ?? 0);
  expect(await restored.check()).toEqual([]);
  expect(await restored.documents.append([word('a', 'one more')])).toEqual([
    { ok: true, seq: log.length + 1 },
  ]);
  expect(statSync(join(copy, DATABASE)).mode & 0o777).toBe(0o600);
  await restored.close();
}, 30_000);

test('a folder that another process has open can be backed up and checked', async () => {
  const path = await newFolder('a', 'b');
  const writer = startWriter(path);
  await writer.until(20);
  const file = join(root, 'foreign.plenary-backup');
  await backupDataFolder(path, file);
  expect(await checkDataFolder(path)).toEqual([]);
  writer.child.kill('SIGKILL');
  await writer.ended;
  const copy = newPath();
  await restoreDataFolder(file, copy);
  expect(await checkDataFolder(copy)).toEqual([]);
}, 30_000);

test('a backup replaces nothing and leaves nothing half-done', async () => {
  const path = await newFolder('a');
  const file = join(root, 'precious');
  writeFileSync(file, 'precious');
  await expect(backupDataFolder(path, file)).rejects.toThrow('exists already');
  expect(statSync(file).size).toBe(8);
  await expect(backupDataFolder(path, join(root, 'nowhere', 'file'))).rejects.toThrow('does not exist');
  await expect(backupDataFolder(newPath(), join(root, 'other'))).rejects.toThrow('There is no database');
  expect(readdirSync(root).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('restore refuses a folder with anything in it, and a backup that is absent or damaged', async () => {
  const file = join(root, 'good.plenary-backup');
  await backupDataFolder(await newFolder('a'), file);
  const full = newPath();
  mkdirSync(full);
  writeFileSync(join(full, 'letter.txt'), 'x');
  await expect(restoreDataFolder(file, full)).rejects.toThrow('not empty');
  await expect(restoreDataFolder(join(root, 'absent'), newPath())).rejects.toThrow('There is no backup');

  const garbage = join(root, 'garbage');
  writeFileSync(garbage, 'This is not a database. '.repeat(400));
  const target = newPath();
  await expect(restoreDataFolder(garbage, target)).rejects.toThrow('was not restored');
  expect(existsSync(join(target, DATABASE))).toBe(false);
  expect(readdirSync(target)).toEqual([]);
});

/** A file system of two megabytes, where the machine lets us make one. */
function mountSmallDisk(): string | undefined {
  const path = join(root, 'small-disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return undefined;
  }
}

test('[DS4] a disk that is really full rejects the batch, keeps what was acknowledged, and recovers', async ({
  skip,
}) => {
  const disk = mountSmallDisk();
  if (disk === undefined) return skip('Making a small disk needs root and mount; not here.');
  try {
    const folder = await openDataFolder(join(disk, 'data'));
    await addTrialDocument(folder.summits, 'a', SEED);
    let newest = 1;
    let refused: unknown;
    while (refused === undefined) {
      try {
        const [outcome] = await folder.documents.append([word('a', 'x'.repeat(50_000))]);
        if (outcome?.ok === true) newest = outcome.seq;
      } catch (error) {
        refused = error;
      }
    }
    expect(newest).toBeGreaterThan(3);
    expect(refused).toMatchObject({ name: 'StorageFull' });
    expect((await folder.documents.head('a'))?.seq).toBe(newest);
    await folder.close();
    execFileSync('mount', ['-o', 'remount,size=16m', disk]);
    const again = await openDataFolder(join(disk, 'data'));
    expect(await again.documents.append([word('a', 'again')])).toEqual([{ ok: true, seq: newest + 1 }]);
    expect(await again.check()).toEqual([]);
    await again.close();
  } finally {
    execFileSync('umount', [disk]);
  }
}, 30_000);
