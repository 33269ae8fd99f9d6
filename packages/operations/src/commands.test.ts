import { describe, expect, test } from 'vitest';
import { createWorld, SMALL_PROGRAMME, smallSummit } from '../fixtures/world.ts';
import { commands, runCommand, type CommandResults } from './commands.ts';

describe('the door for the command line', () => {
  test('answers are JSON, and a whole morning goes through it', async () => {
    const told: string[] = [];
    const { context: plain } = createWorld();
    const context = { ...plain, changed: (summit: string) => told.push(summit) };
    const ask = async <Name extends keyof CommandResults>(
      name: Name,
      args: object,
    ): Promise<CommandResults[Name]> => {
      const result = await runCommand(context, name, args);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      return result as CommandResults[Name];
    };
    const { id: summit } = await ask('create', { programme: SMALL_PROGRAMME });
    expect(told).toEqual([summit]);
    expect((await ask('summits', { lang: 'fr' })).summits).toHaveLength(1);
    const { groups } = await ask('groups', { summit, lang: 'fr' });
    const { id: group } = groups.at(-1)!;
    const { code } = await ask('invite', { summit, role: 'participant', group: 'wg' });
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    const bytes = Buffer.from('Bonjour à tous').toString('base64');
    expect(await ask('import', { summit, group, name: 'a.md', bytes })).toMatchObject({ blocks: 1, seq: 2 });
    expect(await ask('sign-off', { summit, group })).toMatchObject({ state: 'signed' });
    expect(await ask('reopen', { summit, group })).toMatchObject({
      state: 'open',
      epoch: expect.any(Number),
    });
    const { file } = await ask('report', { summit, format: 'md' });
    expect(Buffer.from(file, 'base64').toString('utf8')).toContain('Bonjour à tous');
    expect(await ask('verify', {})).toEqual({ problems: [] });
    expect(await ask('backup', { file: '/x' })).toEqual({ file: '/x' });
  });

  test('a group goes by its id, its session or its title where that names one', async () => {
    const world = createWorld();
    const { id: summit, group } = await smallSummit(world);
    for (const name of [group, 'wg', 'mesurer', 'l-atelier']) {
      await runCommand(world.context, 'sign-off', { summit, group: name });
      await runCommand(world.context, 'reopen', { summit, group: name });
    }
    for (const name of ['visits', 'nothing', '']) {
      await expect(runCommand(world.context, 'sign-off', { summit, group: name })).rejects.toMatchObject({
        code: 'group-unknown',
      });
    }
  });

  test.each(['', 'toString', '__proto__', 'erase'])('there is no command %j', async (name) => {
    await expect(runCommand(createWorld().context, name, {})).rejects.toMatchObject({
      code: 'request-malformed',
    });
  });

  test.each(Object.keys(commands).filter((name) => name !== 'verify'))(
    '%s refuses arguments that are none',
    async (name) => {
      for (const args of [undefined, null, 'x', {}, { summit: 1 }]) {
        await expect(runCommand(createWorld().context, name, args)).rejects.toMatchObject({
          code: 'request-malformed',
        });
      }
    },
  );
});
