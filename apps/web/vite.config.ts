import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { firstLoadBudget } from './first-load-budget.ts';
import { preactForReact } from './preact-for-react.ts';
import { schemasOnTheServer } from './schemas-on-the-server.ts';
import { serviceWorkerBuild } from './service-worker-build.ts';

/** Where the server listens while the application is developed. */
const server = process.env['PLENARY_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    preactForReact(),
    schemasOnTheServer(),
    serviceWorkerBuild('src/offline/service-worker.ts', fileURLToPath(new URL('public', import.meta.url))),
    firstLoadBudget([
      // Joining happens on a phone, in a hall, on a shared connection: Preact (11), i18next (16), both catalogues (6), router,
      // pages.
      { page: 'src/main.tsx', kilobytes: 48 },
      // Everything before the first letter can be typed; on top of the above ProseMirror (78), Tiptap (73), Yjs (31),
      // the outcome blocks and the session. What can wait is in pages/around-the-text.tsx.
      { page: 'src/pages/group-page.tsx', kilobytes: 250 },
    ]),
  ],
  resolve: {
    // Two copies of any of these do not recognise each other's objects.
    dedupe: ['yjs', 'lib0', 'y-protocols', 'preact', '@tiptap/core', '@tiptap/pm', '@tiptap/y-tiptap'],
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/sync': { target: server, ws: true }, '/api': server, '/r': server },
  },
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    manifest: true,
    rolldownOptions: {
      // The script of published reports is named in pages that are stored for years, so its address never changes.
      input: { index: 'index.html', reader: 'src/reader/reader.ts' },
      // Our packages run nothing when they are imported: what a page does not use is left out, schemas included.
      treeshake: {
        moduleSideEffects: [{ test: /\/packages\/[a-z-]+\/src\/(?!.*\.css)/, sideEffects: false }],
      },
      output: {
        entryFileNames: ({ name }) => (name === 'reader' ? 'reader.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules\/(preact|use-sync-external-store)\//, priority: 30 },
            {
              name: 'crdt',
              test: /node_modules\/(yjs|lib0|y-protocols|y-websocket|y-indexeddb)\//,
              priority: 20,
            },
            {
              name: 'prosemirror',
              test: /node_modules\/(prosemirror-[a-z-]+|orderedmap|rope-sequence|w3c-keyname)\//,
              priority: 20,
            },
            { name: 'tiptap', test: /node_modules\/(@tiptap|linkifyjs)\//, priority: 10 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    // The tests load what a browser does, not what is kept for Node and would bring React along.
    alias: {
      'lucide-react': fileURLToPath(
        new URL('node_modules/lucide-react/dist/esm/lucide-react.mjs', import.meta.url),
      ),
    },
    server: { deps: { inline: [/lucide-react|wouter|@tiptap\/react|use-sync-external-store/] } },
    css: { include: /tokens/, modules: { classNameStrategy: 'non-scoped' } },
  },
});
