import { type Exporter, whole } from '../exporter.ts';
import { fileBytes } from '../file-text.ts';
import { jsonShape } from '../json/json-shape.ts';
import { wordsOfJson } from '../json/json-words.ts';
import { unzip } from '../zip/unzip.ts';
import { zip } from '../zip/zip.ts';
import { bundleOf, MAIN_FILE } from './bundle.ts';

/** Everything the PDF is made from, for whoever wants to set it differently: template, report and pictures. */
export const typst = {
  id: 'typst',
  mediaType: 'application/zip',
  extension: 'typst.zip',
  write: (report, assets = new Map()) => {
    const files = [...bundleOf(report, assets)].map(([path, data]) => ({ path, data }));
    return whole(zip([{ path: 'README.md', data: README }, ...files]));
  },
  readBack: (file) => {
    const report: unknown = JSON.parse(unzip(fileBytes(file)).text('report.json') ?? 'null');
    return { words: wordsOfJson(report), shape: jsonShape(report) };
  },
} as const satisfies Exporter;

const README = `# The report as Typst source

\`typst compile ${MAIN_FILE}\` makes the PDF (Typst 0.14, https://typst.app; nothing is fetched).

\`report.json\` has every word, \`settings.json\` the colours and the paper, \`look.typ\` type and page, \`blocks.typ\` and \`inlines.typ\`
what each part looks like, \`measures.typ\` how much room it takes. The fonts are not in the archive. They are free: Source Serif 4,
Source Sans 3, JetBrains Mono, and for other scripts the families that \`look.typ\` lists. Put them into a folder and name it:
\`--font-path fonts\`.
`;
