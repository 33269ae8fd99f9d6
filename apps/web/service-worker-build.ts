import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Fonts of scripts that few groups write in; they are fetched when somebody does. */
const SELDOM = /-(?:cyrillic|greek|vietnamese|cyrillic-ext|greek-ext|latin-ext)-/;

/** Builds `/service-worker.js` and writes into it which files the program is made of, and a hash of them all. */
export function serviceWorkerBuild(source: string, publicFolder: string): Plugin {
  return {
    name: 'plenary:service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: FILE });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') this.error(`The build has no ${FILE}.`);
        // A browser runs it as a plain script, which cannot import; what a page uses, too, is moved into a file of its own.
        if (worker.imports.length > 0)
          this.error(`${FILE} shares ${worker.imports.join(', ')} with the pages.`);
        const version = createHash('sha256');
        const files: string[] = [];
        for (const [name, file] of Object.entries(bundle).toSorted(([one], [other]) =>
          one < other ? -1 : 1,
        )) {
          if (name === FILE || name.endsWith('.map') || name.startsWith('.vite/') || SELDOM.test(name))
            continue;
          files.push(name === 'index.html' ? '/' : `/${name}`);
          version.update(name).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of readdirSync(publicFolder).toSorted()) {
          files.push(`/${name}`);
          version.update(name).update(readFileSync(`${publicFolder}/${name}`));
        }
        const shell = { version: version.digest('hex').slice(0, 16), files };
        worker.code = `const PLENARY_SHELL = ${JSON.stringify(shell)};\n${worker.code}`;
      },
    },
  };
}

const FILE = 'service-worker.js';
