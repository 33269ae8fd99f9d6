import { describe, expect, test } from 'vitest';
import { langOf, readSettings } from './settings.ts';

describe('what the environment says', () => {
  test('the data folder and files are relative to where the person is', () => {
    expect(readSettings({}, '/home/ada')).toEqual({
      dataDir: '/home/ada/data',
      publicUrl: 'http://127.0.0.1:3000',
      folder: '/home/ada',
    });
    const called = { npm_lifecycle_event: 'plenary', INIT_CWD: '/home/ada', DATA_DIR: 'summit' };
    expect(readSettings(called, '/repository')).toMatchObject({
      dataDir: '/home/ada/summit',
      folder: '/home/ada',
    });
    const nested = { npm_lifecycle_event: 'test', INIT_CWD: '/elsewhere' };
    expect(readSettings(nested, '/home/ada').folder).toBe('/home/ada');
  });

  test.each([
    [{ PUBLIC_URL: 'https://summit.example/' }, 'https://summit.example'],
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
  ])('links begin with %j', (env, url) => {
    expect(readSettings(env, '/').publicUrl).toBe(url);
  });

  test.each([
    [{ DATABASE_URL: 'postgres://x' }, 'database-url'],
    [{ PUBLIC_URL: 'summit.example' }, 'public-url'],
    [{ PUBLIC_URL: 'file:///x' }, 'public-url'],
    [{ PORT: 'many' }, 'port'],
    [{ PORT: '70000' }, 'port'],
  ])('%j is answered with a sentence', (env, sentence) => {
    expect(() => readSettings(env, '/')).toThrow(expect.objectContaining({ sentence }));
  });
});

describe('the language for people', () => {
  test.each([
    [[], {}, 'en'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'fr'],
    [[], { LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }, 'en'],
    [[], { LC_MESSAGES: 'FR', LANG: 'de_DE' }, 'fr'],
    [['--lang', 'fr'], { LANG: 'en_GB' }, 'fr'],
    [['--lang=en'], { LANG: 'fr_FR' }, 'en'],
    [['--lang', 'de'], { LANG: 'fr_FR' }, 'fr'],
    [['--lang'], {}, 'en'],
  ] as const)('%j with %j is %s', (args, env, lang) => {
    expect(langOf(args, env)).toBe(lang);
  });
});
