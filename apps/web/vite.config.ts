import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoadBudget } from './first-load-budget.ts';

/** Where the server listens while the application is developed. */
const server = process.env['PLENARY_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    react(),
    firstLoadBudget([
      // Joining happens on a phone, in a hall, on a shared connection: React (68),
      // the router (28), i18next with both catalogues (17), and no second round trip to fetch one of them.
      { page: 'src/main.tsx', kilobytes: 120 },
      // The editor is what one waits for once; on top of the above ProseMirror (78), Tiptap (75),
      // Yjs (31) and the checks of the outcome blocks (25) are most of it; the eight blocks with their fields, days and
      // menus are 12; tables that are pulled, notes and typography while one types are 6.
      { page: 'src/pages/group-page.tsx', kilobytes: 368 },
    ]),
  ],
  resolve: {
    // Two copies of any of these do not recognise each other's objects.
    dedupe: [
      'yjs',
      'lib0',
      'y-protocols',
      'react',
      'react-dom',
      '@tiptap/core',
      '@tiptap/pm',
      '@tiptap/y-tiptap',
    ],
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
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
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
            // Together, so that the setting is made before any schema, wherever a page loads the schemas from.
            { name: 'zod', test: /node_modules\/zod\/|src\/zod-without-eval/, priority: 20 },
            { name: 'tiptap', test: /node_modules\/(@tiptap|linkifyjs)\//, priority: 10 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    css: { include: /tokens/, modules: { classNameStrategy: 'non-scoped' } },
  },
});
