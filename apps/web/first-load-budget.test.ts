import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { firstLoadBudget } from './first-load-budget.ts';

/** Text that does not get smaller: about this many kilobytes. */
const heavy = (kilobytes: number) => randomBytes(kilobytes * 500).toString('hex');
const chunk = (
  fileName: string,
  source: string,
  imports: readonly string[],
  code: string,
  isEntry = false,
) => ({
  type: 'chunk',
  fileName,
  facadeModuleId: `/web/${source}`,
  moduleIds: [`/web/${source}`],
  imports,
  isEntry,
  code,
});

function build(kilobytes: number) {
  const plugin = firstLoadBudget([{ page: 'src/page.tsx', kilobytes }]);
  const bundle = {
    main: chunk('main.js', 'src/main.tsx', ['lib.js'], heavy(4), true),
    lib: chunk('lib.js', 'node_modules/lib.js', [], heavy(4)),
    page: chunk('page.js', 'src/page.tsx', ['main.js'], heavy(4)),
    later: chunk('later.js', 'src/later.tsx', ['page.js'], heavy(40)),
  };
  const info = vi.fn();
  const fail = (message: string) => {
    throw new Error(message);
  };
  const { generateBundle } = plugin;
  if (typeof generateBundle !== 'function') throw new Error('no hook');
  // The hook uses of its context only these two, and of the chunks only what is made above.
  (generateBundle as unknown as (this: object, options: object, bundle: object) => void).call(
    { info, error: fail },
    {},
    bundle,
  );
  return info;
}

describe('first load budget', () => {
  it('counts a page with all it imports at once, each file once, and nothing that comes later', () => {
    expect(build(10)).toHaveBeenCalledWith(expect.stringMatching(/^src\/page\.tsx: [67]\.\d kB/));
  });

  it('stops the build of a page that is too heavy', () => {
    expect(() => build(5)).toThrow(/Too heavy to load/);
  });
});
