import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { formats } from '@plenary/exporters';
import { drawing } from '@plenary/pictures/samples';
import { freePort } from '@plenary/testing/processes';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPlace, PROGRAMME, type Called, type Place } from '../fixtures/plenary.ts';

// Each call is a process of its own; on a busy machine a start takes seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** One sentence for a person: a line, a full stop, no stack. */
function expectSentence({ err }: Called): void {
  expect(err).toMatch(/^[^\n]+[.:)][^\n]*\n$/);
  expect(err).not.toMatch(/\n\s+at |Error:/);
}

describe('a morning on the command line', () => {
  let place: Place;
  const call = (...args: string[]) => place.call(args);
  // oxlint-disable-next-line typescript/no-explicit-any -- a script reads JSON by what the contract says of it
  const json = async (...args: string[]): Promise<any> => {
    const called = await place.call([...args, '--json']);
    expect(called).toMatchObject({ code: 0, err: '' });
    return JSON.parse(called.out);
  };
  let created: { id: string; slug: string; url: string };

  beforeAll(async () => {
    place = createPlace();
    created = await json('create', place.file('programme.json', PROGRAMME));
  });
  afterAll(() => place.remove());

  test('create tells id, slug and the organiser’s link', async () => {
    expect(created).toMatchObject({ slug: 'petit-sommet', title: 'Petit sommet', groups: 3 });
    expect(created.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/join\/[0-9A-Z]{8}$/);
    const again = await place.call(['create', 'programme.json', '--lang', 'en'], {
      PUBLIC_URL: 'https://summit.example',
    });
    expect(again.out).toMatch(/petit-sommet-2\n[^]*link: https:\/\/summit\.example\/join\//);
  });

  test('summits and groups are lists; a group has id, session, title and state', async () => {
    const summits = await json('summits');
    expect(summits.map(({ slug }: { slug: string }) => slug)).toContain('petit-sommet');
    const groups = await json('groups', 'petit-sommet');
    expect(groups).toHaveLength(3);
    expect(groups[2]).toMatchObject({ id: expect.any(String), session: 'wg', title: 'Mesurer' });
    expect((await call('groups', created.id)).out).toContain('L’Atelier');
  });

  test('invite gives a link, a code and a token', async () => {
    const made = await json('invite', 'petit-sommet', '--role', 'participant', '--group', 'wg');
    expect(made).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{8}$/), token: expect.any(String) });
    expect(made.url).toContain(made.code);
  });

  test('import, report, sign-off, a late edit, reopen', async () => {
    const picture = `![Le plan](data:image/png;base64,${Buffer.from(await drawing()).toString('base64')})`;
    const notes = place.file('notes.md', `# Notes\n\nUne phrase précieuse.\n\n${picture}\n`);
    expect(await json('import', 'petit-sommet', 'wg', notes)).toMatchObject({ blocks: 3, remarks: [] });

    for (const format of ['md', 'html', 'json']) {
      const report = await json('report', 'petit-sommet', '--format', format, '--out', `report.${format}`);
      expect(report).toMatchObject({ format, file: join(place.folder, `report.${format}`) });
      expect(readFileSync(report.file, 'utf8')).toContain('Une phrase précieuse.');
      expect(readFileSync(report.file).byteLength).toBe(report.bytes);
    }
    expect(readFileSync(join(place.folder, 'report.html'), 'utf8')).toContain('src="data:image/png;base64,');
    const [beside] = readdirSync(join(place.folder, 'assets'));
    expect(readFileSync(join(place.folder, 'report.md'), 'utf8')).toContain(`![Le plan](assets/${beside})`);
    const machine = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8'));
    expect(machine).toMatchObject({ plenary: 1, summit: { id: created.id }, outcomes: [] });

    expect(await json('sign-off', 'petit-sommet', 'mesurer')).toMatchObject({ state: 'signed' });
    const late = await call('import', 'petit-sommet', 'wg', notes);
    expect(late.code).toBe(1);
    expect(late.err).toContain('plenary reopen petit-sommet wg');
    expectSentence(late);
    expect(await json('reopen', 'petit-sommet', 'wg')).toMatchObject({ state: 'open' });
    expect((await call('reopen', 'petit-sommet', 'wg')).code).toBe(1);
  });

  test('a backup is restored into a new folder and is whole', async () => {
    expect(await json('backup', 'safe.backup')).toEqual({ file: join(place.folder, 'safe.backup') });
    const twice = await call('backup', 'safe.backup');
    expect(twice.code).toBe(1);
    expectSentence(twice);

    const over = await call('restore', 'safe.backup');
    expect(over.code).toBe(1);
    expectSentence(over);
    const elsewhere = { DATA_DIR: 'restored' };
    expect((await place.call(['restore', 'safe.backup'], elsewhere)).code).toBe(0);
    expect((await place.call(['verify', '--json'], elsewhere)).out).toBe('{\n  "problems": []\n}\n');
    expect((await place.call(['groups', 'petit-sommet'], elsewhere)).out).toContain('Mesurer');

    const broken = place.file('broken.backup', 'not a backup');
    const refused = await place.call(['restore', broken], { DATA_DIR: 'third' });
    expect(refused.code).toBe(1);
    expectSentence(refused);
  });

  test('a report that cannot be written leaves what was there', async () => {
    const nowhere = await call('report', 'petit-sommet', '--format', 'md', '--out', 'no/such/folder.md');
    expect(nowhere.code).toBe(1);
    expectSentence(nowhere);
    mkdirSync(join(place.folder, 'occupied'));
    const folder = await call('report', 'petit-sommet', '--format', 'md', '--out', 'occupied');
    expect(folder.code).toBe(1);
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each([
    [['report', 'nowhere', '--format', 'md', '--out', 'x.md'], 1, 'nowhere'],
    [['report', 'petit-sommet', '--format', 'exe', '--out', 'x.exe'], 2, 'exe'],
    [['groups', 'nowhere'], 1, 'plenary summits'],
    [['sign-off', 'petit-sommet', 'visits'], 1, 'plenary groups petit-sommet'],
    [['import', 'petit-sommet', 'wg', 'absent.md'], 1, 'absent.md'],
    [['import', 'petit-sommet', 'wg', '.'], 1, 'EISDIR'],
    [['import', 'petit-sommet', 'wg', 'programme.json'], 1, '.md'],
    [['create', 'absent.json'], 1, 'absent.json'],
    [['restore', 'absent.backup'], 1, 'absent.backup'],
    [['backup', 'no/such/folder/x'], 1, 'no/such/folder/x'],
  ])('%j ends with %i and one sentence', async (args, code, part) => {
    const called = await call(...args);
    expect(called).toMatchObject({ code, out: '' });
    expect(called.err).toContain(part);
    expectSentence(called);
  });

  test('a broken programme is answered with its lines', async () => {
    const file = place.file('broken.json', `{\n  "event": {\n    "title": 7\n  }\n}\n`);
    const called = await place.call(['create', file], { LANG: 'fr_FR.UTF-8' });
    expect(called).toMatchObject({ code: 1, out: '' });
    expect(called.err).toMatch(/ligne 3/i);
  });
});

describe('a wrong command line', () => {
  const place = createPlace();
  afterAll(() => place.remove());

  test.each([
    [[], 'command'],
    [['dance'], 'dance'],
    [['groups'], 'summit'],
    [['groups', 'a', 'b'], 'too many'],
    [['summits', '--quick'], '--quick'],
    [['summits', '--lang', 'de'], '--lang'],
    [['invite', 'x', '--role', 'king'], '--role'],
    [['report', 'x', '--format', 'md'], '--out'],
  ])('%j ends with 2 and one sentence', async (args, part) => {
    const called = await place.call(args);
    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain(part);
    expectSentence(called);
  });

  test('help and sentences speak the person’s language', async () => {
    const help = await place.call(['help'], { LANG: 'fr_FR.UTF-8' });
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('énumère les sommets');
    expect((await place.call(['dance', '--lang', 'fr'])).err).toContain('n’existe pas');
  });

  test.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'x' }, 'PUBLIC_URL'],
    [{ DATA_DIR: '/dev/null/data' }, '/dev/null/data'],
  ])('the environment %j ends with 1 and one sentence', async (env, part) => {
    const called = await place.call(['summits'], env);
    expect(called).toMatchObject({ code: 1, out: '' });
    expect(called.err).toContain(part);
    expectSentence(called);
  });

  test('a mistyped data folder is not made', async () => {
    const called = await place.call(['backup', 'x.backup'], { DATA_DIR: 'tpyo' });
    expect(called.code).toBe(1);
    expectSentence(called);
    expect(existsSync(join(place.folder, 'tpyo'))).toBe(false);
    expect(existsSync(join(place.folder, 'x.backup'))).toBe(false);
  });
});

describe('what Node compiled', () => {
  const place = createPlace();
  afterAll(() => place.remove());

  test('is kept for the next command, where the environment says', async () => {
    const kept = join(place.folder, 'kept');
    expect(await place.call(['help'], { NODE_COMPILE_CACHE: kept })).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(20);
  });

  test('is not kept where nobody may write, and the command does what it does', async () => {
    const inFile = join(place.folder, place.file('a-file', ''), 'kept');
    const called = await place.call(['help'], { NODE_COMPILE_CACHE: inFile });
    expect(called).toMatchObject({ code: 0, err: '' });
    expect(called.out).toContain('Usage: plenary');
  });
});

describe('through the door of a running server', () => {
  const place = createPlace();
  let server: Server;
  let answer: { status: number; body: unknown };
  let asked: { key: string | undefined; lang: string | undefined; body: unknown } | undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        const { authorization: key, 'accept-language': lang } = request.headers;
        asked = { key, lang, body: JSON.parse(text) };
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    mkdirSync(join(place.folder, 'data'));
    // A TCP listener always answers with an AddressInfo.
    control((server.address() as AddressInfo).port);
  });
  afterAll(() => {
    server.close();
    place.remove();
  });
  const control = (port: number): void =>
    writeFileSync(join(place.folder, 'data/control.json'), JSON.stringify({ port, key: 'k' }));
  const problem = (code: string, detail: string) => ({ status: 500, body: { code, detail } });
  const report = (diagnostics: readonly object[]) => ({
    status: 200,
    body: {
      file: Buffer.from('whole').toString('base64'),
      besides: [],
      mediaType: 'text/markdown',
      diagnostics,
    },
  });
  const args = ['report', 's', '--format', 'md', '--out', 'out.md'];

  test('the command goes to the server with its key, and no data folder is opened', async () => {
    answer = { status: 200, body: { summits: [] } };
    const called = await place.call(['summits', '--json', '--lang', 'fr']);
    expect(called).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(asked).toEqual({ key: 'Bearer k', lang: 'fr', body: { name: 'summits', args: { lang: 'fr' } } });
    expect(readdirSync(join(place.folder, 'data'))).toEqual(['control.json']);
  });

  test('a report with warnings is written and ends with 3; with notes alone it ends with 0', async () => {
    answer = report([{ rule: 'x', severity: 'warning', message: 'Look here.' }]);
    const warned = await place.call(args);
    expect(warned).toMatchObject({ code: 3, err: '' });
    expect(warned.out).toContain('warning: Look here.');
    answer = report([{ rule: 'x', severity: 'note', message: 'By the way.' }]);
    expect((await place.call(args)).code).toBe(0);
    expect(readFileSync(join(place.folder, 'out.md'), 'utf8')).toBe('whole');
  });

  test('a failed audit ends with 4 and touches no file', async () => {
    place.file('out.md', 'yesterday');
    answer = problem('audit-failed', 'Text would be missing (x).');
    const called = await place.call(args);
    expect(called).toEqual({ code: 4, out: '', err: 'Text would be missing (x).\n' });
    expect(readFileSync(join(place.folder, 'out.md'), 'utf8')).toBe('yesterday');
  });

  test('a file left behind by a killed server is no server', async () => {
    answer = { status: 401, body: {} };
    const other = await place.call(['summits', '--json']);
    expect(other).toEqual({ code: 0, out: '[]\n', err: '' });
    control(await freePort());
    expect(await place.call(['summits', '--json'])).toEqual({ code: 0, out: '[]\n', err: '' });
    writeFileSync(join(place.folder, 'data/control.json'), '{"port":');
    expect(await place.call(['summits', '--json'])).toEqual({ code: 0, out: '[]\n', err: '' });
  });
});

describe('plenary serve', () => {
  test('runs the server, which answers commands until it is told to leave', async () => {
    const place = createPlace();
    const server = place.start(['serve'], { PORT: String(await freePort()) });
    try {
      let told = '';
      const left = new Promise((done) => {
        server.once('exit', done);
      });
      await new Promise<void>((ready, fail) => {
        server.stdout?.setEncoding('utf8').on('data', (text: string) => {
          told += text;
          if (told.includes('/join/')) ready();
        });
        server.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
        server.once('exit', () => fail(new Error(told)));
      });
      const groups = await place.call(['groups', 'european-pro-bono-summit-2016', '--json']);
      expect(groups).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(groups.out)).toHaveLength(27);
      const second = await place.call(['serve'], { PORT: String(await freePort()) });
      expect(second.code).not.toBe(0);
      server.kill('SIGTERM');
      expect(await left).toBe(0);
    } finally {
      server.kill('SIGKILL');
      place.remove();
    }
  });
});

describe('pnpm report', () => {
  const script = fileURLToPath(new URL('./sample-report.ts', import.meta.url));
  const report = (...args: readonly string[]) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

  test('writes the sample’s report in French, in every format, and so every file the documentation links to', () => {
    const place = createPlace();
    const { status, stdout } = report(join(place.folder, 'report'));
    expect(status).toBe(0);
    expect(stdout).toContain('27 groups');
    const written = readdirSync(join(place.folder, 'report')).toSorted();
    expect(written).toEqual(
      formats.map(({ extension }) => `european-pro-bono-summit-2016.${extension}`).toSorted(),
    );
    const page = readFileSync(new URL('../../docs/example-report.md', import.meta.url), 'utf8');
    const linked = [...page.matchAll(/\]\(example\/([^)]+)\)/g)].map(([, name = '']) => name);
    expect(linked.toSorted()).toEqual(written);
    const html = readFileSync(join(place.folder, 'report/european-pro-bono-summit-2016.html'), 'utf8');
    expect(html).toContain('<html lang="fr"');
    place.remove();
  });

  test('writes it in English when asked, and in no other language', () => {
    const place = createPlace();
    expect(report(join(place.folder, 'report'), '--lang', 'en').status).toBe(0);
    const html = readFileSync(join(place.folder, 'report/european-pro-bono-summit-2016.html'), 'utf8');
    expect(html).toContain('<html lang="en"');
    expect(report(join(place.folder, 'other'), '--lang', 'de')).toMatchObject({ status: 1 });
    place.remove();
  });
});
