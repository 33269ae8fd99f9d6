import type { Plugin } from 'vite';

/**
 * Leaves the checks of picked values out of what a browser loads: blocks bring them along, and only the server and the
 * report use them. A page that asked one of them would fail at once, and loudly.
 */
export function schemasOnTheServer(): Plugin {
  return {
    name: 'plenary:schemas-on-the-server',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod/mini' ? UNUSED : undefined),
    load: (id) => (id === UNUSED ? unused : undefined),
  };
}

const UNUSED = '\0plenary:schemas';

/** Whatever is called or read on it is itself, but to check something with it. */
const unused = `
const check = () => {
  throw new Error('Picked values are checked on the server: see schemas-on-the-server.ts.');
};
export const z = new Proxy(() => undefined, {
  get: (_, name) => (/parse/i.test(String(name)) ? check : z),
  apply: () => z,
});
`;
