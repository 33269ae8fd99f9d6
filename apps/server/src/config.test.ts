import { describe, expect, test } from 'vitest';
import { BadSetting, readConfig } from './config.ts';

describe('settings', () => {
  test('without any, the server listens on this machine alone and keeps its data in ./data', () => {
    expect(readConfig({}, '/srv')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: '/srv/data',
      logLevel: 'info',
    });
  });

  test('an empty value is no value', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' }, '/srv').port).toBe(3000);
  });

  test.each([
    ['PORT', 'abc', 'PORT must be a number from 1 to 65535'],
    ['PORT', '0', 'PORT must be a number from 1 to 65535'],
    ['PORT', '65536', 'PORT must be a number from 1 to 65535'],
    ['PORT', '80.5', 'PORT must be a whole number from 1 to 65535'],
    ['HOST', 'not a host', 'HOST must be an address such as 127.0.0.1 or 0.0.0.0.'],
    ['HOST', 'http://127.0.0.1', 'HOST must be an address such as 127.0.0.1 or 0.0.0.0.'],
    ['PUBLIC_URL', 'summit.example.org', 'PUBLIC_URL must be the address people open'],
    ['PUBLIC_URL', 'ftp://summit.example.org', 'PUBLIC_URL must be the address people open'],
    ['PUBLIC_URL', 'https://example.org/plenary', 'PUBLIC_URL must end after the host and its port'],
    ['PUBLIC_URL', 'https://example.org/?a=1', 'PUBLIC_URL must end after the host and its port'],
    ['PUBLIC_URL', 'https://ann:secret@example.org', 'PUBLIC_URL must end after the host and its port'],
    [
      'DATABASE_URL',
      'postgres://db/plenary',
      'DATABASE_URL is set, but this version stores in DATA_DIR only',
    ],
    ['REDIS_URL', 'redis://bus', 'REDIS_URL is set, but this version runs as one process'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
  ])('%s=%s is answered with one sentence', (name, value, sentence) => {
    const read = () => readConfig({ [name]: value }, '/srv');
    expect(read).toThrow(BadSetting);
    expect(read).toThrow(sentence);
    const message = caught(read).message;
    expect(message.split('\n')).toHaveLength(1);
    expect(message).not.toContain('secret');
  });

  test('every wrong setting is named at once', () => {
    const message = caught(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' }, '/srv')).message;
    expect(message).toMatch(/PORT must be .*\nLOG_LEVEL must be /s);
  });

  test.each([
    [{ PUBLIC_URL: 'https://Summit.Example.org/' }, 'https://summit.example.org'],
    [{ PUBLIC_URL: 'https://summit.example.org:443' }, 'https://summit.example.org'],
    [{ HOST: '::1', PORT: '4000' }, 'http://[::1]:4000'],
    [{ HOST: '[::1]', PORT: '4000' }, 'http://[::1]:4000'],
    [{ HOST: 'localhost', PORT: '80' }, 'http://localhost'],
  ])('%j: people open %s', (environment, url) => {
    expect(readConfig(environment, '/srv').publicUrl).toBe(url);
  });

  test('an address of IPv6 may be written in brackets', () => {
    expect(readConfig({ HOST: '[::1]' }, '/srv').host).toBe('::1');
  });

  test('listening everywhere, links name an address that a phone can reach', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, '/srv').publicUrl).not.toContain('0.0.0.0');
    expect(readConfig({ HOST: '::' }, '/srv').publicUrl).not.toContain('[::]');
  });
});

function caught(task: () => unknown): Error {
  try {
    task();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
