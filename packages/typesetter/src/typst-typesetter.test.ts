import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  type Assets,
  findFormat,
  type Typesetter,
  type TypesettingJob,
  type Written,
} from '@plenary/exporters';
import { firstLost } from '@plenary/exporters/first-lost';
import { asShown, type Inline, type Report } from '@plenary/report-ast';
import { kitchenSink, PICTURES, summitReport } from '@plenary/exporters/fixtures';
import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from './arrangements.ts';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

async function written(format: string, report: Report, assets: Assets = new Map()): Promise<Written> {
  return (await findFormat(format)!.load({ typesetter })).write(report, assets);
}

/** The summit's report with one paragraph of these words in place of everything. */
function saying(...words: readonly string[]): Report {
  const children = words.map((value) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  }));
  return { ...summitReport, parts: [{ anchor: 'p', title: [{ type: 'text', value: 'Partie' }], children }] };
}

/** A file that is not set but where the template is asked for so little. */
function refusedUnless(asked: string, otherwise: string): TypesettingJob {
  const main = `#set document(title: "t")\n#if "${asked}" in sys.inputs [ok] else [${otherwise}]`;
  const files = new Map([['main.typ', new TextEncoder().encode(main)]]);
  return { files, main: 'main.typ', pictures: [], standard: 'ua-1' };
}

describe('a PDF', () => {
  it('is accessible, tagged and in its language, without a remark', async () => {
    const { file, diagnostics } = await written('pdf', summitReport);
    const text = Buffer.from(file).toString('latin1');
    expect(diagnostics).toEqual([]);
    expect(text).toContain('pdfuaid:part>1<');
    expect(text).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(text).toMatch(/\/Lang \(fr\)/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
  });

  it('for archives holds the report and its outcomes as data', async () => {
    const { file, diagnostics } = await written('pdf-a', summitReport);
    const text = Buffer.from(file).toString('latin1');
    expect(diagnostics).toEqual([]);
    expect(text).toContain('pdfaid:part>3<');
    expect(text).toContain('pdfaid:conformance>A<');
    expect(text).toContain('report.json');
    expect(text).toContain('outcomes.json');
  });

  it('has a sign for what no font can show, and says which characters', async () => {
    const { file, diagnostics } = await written(
      'pdf',
      saying('Bonjour \uD55C', 'Ⴀ 中文 こんにちは ☑ 👩‍👩‍👧 مرحبا'),
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({ rule: 'normalise-glyph', message: expect.stringContaining('U+D55C') }),
    ]);
    expect(Buffer.from(file).toString('latin1')).toContain('pdfuaid:part>1<');
  });

  it('shows text as it is, whatever it looks like to the engine', async () => {
    const words = '#panic("x") $ * _ [..] // /* */ @a <b> \\ #import "a"';
    const { file } = await written('pdf', saying(words));
    const read = await (await findFormat('pdf')!.load({ typesetter })).readBack(file);
    expect(read.words).toContain(words);
  });

  it.each(['x\u01DEy', '\u1E4Coui \u01DE\u01DE', 'q\u0323\u0307q\u0323\u0307z q\u0323\u0307'])(
    'tells each letter of “%s” once, though no font here has it in one piece',
    async (words) => {
      const { file } = await written('pdf', saying(words));
      const read = await (await findFormat('pdf')!.load({ typesetter })).readBack(file);
      expect(read.words.split('Partie').at(-1)?.trim()).toBe(words);
    },
  );

  it('tells a letter again that stands raised beside itself, or begins the next line', async () => {
    const raised: Inline = { type: 'superscript', children: [{ type: 'text', value: 'é' }] };
    const report = saying('é');
    const children: readonly Inline[] = [
      { type: 'inlineCode', value: 'é' },
      raised,
      raised,
      { type: 'break' },
      raised,
    ];
    const [part] = report.parts;
    const parts = [{ ...part!, children: [{ type: 'paragraph' as const, children }] }];
    const { file } = await written('pdf', { ...report, parts });
    const read = await (await findFormat('pdf')!.load({ typesetter })).readBack(file);
    expect(read.words.split('Partie').at(-1)?.trim()).toBe('éééé');
  });

  it('leaves a picture that cannot be read to its words, and says so', async () => {
    const { omitted, diagnostics } = await written('pdf', kitchenSink, PICTURES);
    expect(omitted).toHaveLength(1);
    expect(diagnostics.map(({ rule }) => rule)).toContain('picture-unreadable');
  });
});

describe('the engine', () => {
  it('gives the same bytes in another process, time zone and locale, and without the fonts of the machine', async () => {
    const { file } = await written('pdf', summitReport);
    const hash = createHash('sha256').update(file).digest('hex');
    const script = fileURLToPath(new URL('../fixtures/print-hash.ts', import.meta.url));
    const env = {
      ...process.env,
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      FONTCONFIG_FILE: '/nowhere',
    };
    expect(spawnSync(process.execPath, [script], { env, encoding: 'utf8' }).stdout).toBe(hash);
  });

  it.each(['plain', 'flat'] as const)(
    'sets the file %s where it takes its own process along over anything more',
    async (reduction) => {
      const bottomless = '#{ let x = [a]; for i in range(300000) { x = strong(x) }; x }';
      expect(await typesetter.typeset(refusedUnless(reduction, bottomless))).toMatchObject({ reduction });
      expect((await written('pdf', summitReport)).file).not.toHaveLength(0);
    },
    20_000,
  );

  it.each(['plain', 'flat'] as const)(
    'sets the file %s where it refuses anything more',
    async (reduction) => {
      expect(await typesetter.typeset(refusedUnless(reduction, '#panic()'))).toMatchObject({ reduction });
    },
  );

  it('says what it refused, where nothing helps', async () => {
    const refused = typesetter.typeset(refusedUnless('never', '#panic("so it is")'));
    await expect(refused).rejects.toThrow('so it is');
  });

  it.each(['plain', 'flat'] as const)(
    'loses no word and no promise where the file is %s',
    async (without) => {
      const forced: Typesetter = {
        glyphs: typesetter.glyphs,
        typeset: (job) => {
          return typesetter.typeset({ ...job, from: placeOf(without) });
        },
      };
      const exporter = await findFormat('pdf')!.load({ typesetter: forced });
      expect(await firstLost(exporter, kitchenSink, PICTURES)).toBeUndefined();
      const { file, diagnostics } = await exporter.write(summitReport);
      expect(diagnostics.map(({ rule }) => rule)).toEqual([`pdf-${without}`]);
      expect(Buffer.from(file).toString('latin1')).toContain('pdfuaid:part>1<');
    },
  );

  it('sets a file in another way where a passage is gone from it without a word', async () => {
    const asked: (number | undefined)[] = [];
    const erring: Typesetter = {
      glyphs: typesetter.glyphs,
      typeset: (job) => {
        asked.push(job.from);
        const template = new TextDecoder().decode(job.files.get('blocks.typ'));
        const broken = template
          .replace('kind == "code"', 'false')
          .replace('panic("no such block: " + kind)', '[]');
        const files = new Map(job.files).set('blocks.typ', new TextEncoder().encode(broken));
        return typesetter.typeset(job.from === 0 ? { ...job, files } : job);
      },
    };
    const exporter = await findFormat('pdf')!.load({ typesetter: erring });
    expect(await firstLost(exporter, kitchenSink)).toBeUndefined();
    expect(asked).toEqual([0, 1]);
  });

  it('says whether it was not made or not whole with what it does without', async () => {
    const said = async (broken: (template: string) => string): Promise<string | undefined> => {
      const erring: Typesetter = {
        glyphs: typesetter.glyphs,
        typeset: (job) => {
          const template = broken(new TextDecoder().decode(job.files.get('blocks.typ')));
          const files = new Map(job.files).set('blocks.typ', new TextEncoder().encode(template));
          return typesetter.typeset({ ...job, files });
        },
      };
      const exporter = await findFormat('pdf')!.load({ typesetter: erring });
      const { diagnostics } = await exporter.write({ ...summitReport, lang: 'en' });
      return diagnostics.find(({ rule }) => rule === 'pdf-plain')?.message;
    };
    const paragraph = 'if kind == "paragraph" {';
    expect(
      await said((template) => template.replace(paragraph, `${paragraph} if not plain { panic() }`)),
    ).toMatch(/^The engine could not set this report with its links/);
    const gone = `if kind == "paragraph" and not plain { } else ${paragraph}`;
    expect(await said((template) => template.replace(paragraph, gone))).toMatch(
      /^Set with its links and heads of tables, this report could not be read back whole/,
    );
  });

  it('gives the first file where no way is better, for the audit to say what is gone', async () => {
    const erring: Typesetter = {
      glyphs: typesetter.glyphs,
      typeset: (job) => typesetter.typeset({ ...job, ...refusedUnless('title', '') }),
    };
    const exporter = await findFormat('pdf')!.load({ typesetter: erring });
    expect((await exporter.write(summitReport)).without).toBeUndefined();
    expect(await firstLost(exporter, summitReport)).toBeDefined();
  });

  it('stops when nobody wants the file any more, and makes the next one', async () => {
    const abort = new AbortController();
    const exporter = await findFormat('pdf')!.load({ typesetter });
    const unwanted = exporter.write(summitReport, new Map(), abort.signal);
    abort.abort();
    await expect(unwanted).rejects.toMatchObject({ problem: 'cancelled' });
    expect((await written('pdf', summitReport)).file).not.toHaveLength(0);
  });

  it('gives up what takes too long or too much', async () => {
    for (const options of [{ timeLimit: 1 }, { memoryLimit: 1 }]) {
      const hurried = createTypesetter(options);
      const exporter = await findFormat('pdf')!.load({ typesetter: hurried });
      await expect(exporter.write(kitchenSink)).rejects.toMatchObject({ problem: 'too-large' });
      hurried.close();
    }
  });

  it('is missed in one clear word where there is none', async () => {
    const exporter = await findFormat('pdf')!.load();
    await expect(exporter.write(summitReport)).rejects.toMatchObject({ problem: 'unavailable' });
  });

  it('knows what its fonts can show', () => {
    expect(asShown('aéß€Жαא中あ☑👩ა\uFFFD', typesetter.glyphs).missing).toEqual([]);
    expect(asShown('\uD55C\u{10FFFF}', typesetter.glyphs).missing).toEqual(['\uD55C', '\u{10FFFF}']);
  });
});
