import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Runs what is written for React with Preact, a sixth of its weight (decision 0022). */
export function preactForReact(): Plugin {
  return {
    name: 'plenary:preact-for-react',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          { find: /^react\/jsx-runtime$/, replacement: entryOf('preact/jsx-runtime') },
          { find: /^react\/jsx-dev-runtime$/, replacement: entryOf('preact/jsx-dev-runtime') },
          { find: /^react-dom\/client$/, replacement: entryOf('preact/compat/client') },
          // What older versions of React lacked.
          { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: entryOf('preact/compat') },
          { find: /^react$/, replacement: entryOf('preact/compat') },
          { find: /^react-dom$/, replacement: REACT_DOM },
        ],
      },
    }),
    resolveId: (id) => (id === REACT_DOM ? id : undefined),
    load: (id) => (id === REACT_DOM ? reactDom : undefined),
  };
}

const REACT_DOM = '\0plenary:react-dom';

/**
 * What Tiptap asks of `react-dom`. Preact's own drops the key of a portal, and Tiptap keeps the view of every outcome in
 * one: without keys, an outcome that comes or goes above another would take its place, and the caret inside would jump.
 */
const reactDom = `
import { createPortal as portalTo, flushSync } from 'preact/compat';
export function createPortal(child, container, key) {
  const portal = portalTo(child, container);
  portal.key = key;
  return portal;
}
export { flushSync };
export default { createPortal, flushSync };
`;

/** The file of a package's entry: an alias has to name a file, or the same module would be there twice. */
function entryOf(entry: string): string {
  return fileURLToPath(import.meta.resolve(entry));
}
