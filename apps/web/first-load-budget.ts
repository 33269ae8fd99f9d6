import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The most JavaScript a page may load, gzipped, before it can be used. `page`: a source file, as Vite names it. */
export interface Budget {
  readonly page: string;
  readonly kilobytes: number;
}

/** Fails the build when a page, with all it imports at once, is heavier than its budget. */
export function firstLoadBudget(budgets: readonly Budget[]): Plugin {
  return {
    name: 'plenary:first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      // The service worker is an entry too, and loads beside the page.
      const entry = [...chunks.values()].filter(
        ({ facadeModuleId, isEntry }) => isEntry && !facadeModuleId?.endsWith('/service-worker.ts'),
      );
      for (const { page, kilobytes } of budgets) {
        const start = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${page}`));
        const from = start ?? entry.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${page}`)));
        if (!from) this.error(`No chunk holds ${page}; name the page's file in vite.config.ts.`);
        const files = new Set<string>();
        const add = (fileName: string): void => {
          const chunk = chunks.get(fileName);
          if (!chunk || files.has(fileName)) return;
          files.add(fileName);
          chunk.imports.forEach(add);
        };
        for (const first of [...entry, from]) add(first.fileName);
        const bytes = [...files].reduce(
          (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length,
          0,
        );
        const measured = `${page}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, budget ${kilobytes} kB`;
        if (bytes > kilobytes * 1000)
          this.error(
            `Too heavy to load. ${measured}. Load part of it later, or raise the budget with its reason.`,
          );
        this.info(measured);
      }
    },
  };
}
