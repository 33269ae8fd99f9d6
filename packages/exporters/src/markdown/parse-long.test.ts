import type { Report } from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { PICTURES } from '../../fixtures/pictures.ts';
import { parseMarkdown } from './grammar.ts';
import { markdown } from './markdown.ts';
import { markdownShape } from './markdown-shape.ts';
import { wordsOfMarkdown } from './markdown-words.ts';
import { parseLong } from './parse-long.ts';

const told = (root: Root): object => ({ words: wordsOfMarkdown(root), shape: markdownShape(root) });

const filler = 'mot\n\n'.repeat(60);

it.each([
  ['a heading in a fence', `${filler}\`\`\`\n# a\n\`\`\`\n\n# b`],
  ['a longer fence', `${filler}~~~~\n~~~\n# a\n~~~~\n# b\n${filler}# c`],
  ['a fence in a quotation', `${filler}> ~~~\n> x\n\n# b`],
  [
    'notes at the end',
    `${filler}# a[^1]\n\n${filler}# b[^1] [^2]\n\nx\n\n[^1]: un\n\n[^2]: deux\n\n    suite`,
  ],
  ['a number without a note', `${filler}# a[^1]\n\n${filler}# b`],
  ['an address defined far away', `${filler}# [a]\n\n${filler}# b\n\n[a]: https://e.org`],
  ['a comment over headings', `${filler}<!--\n\n# a\n\n-->\n\n# b`],
])('says what the whole says: %s', (_name, text) => {
  expect(told(parseLong(text))).toEqual(told(parseMarkdown(text)));
});

it('says of every report what the whole says', { timeout: 60_000 }, () => {
  const written = (report: Report): string => String(markdown.write(report, PICTURES).file);
  fc.assert(
    fc.property(fc.array(arbitraryReport(), { maxLength: 3 }), (reports) => {
      const text = [kitchenSink, ...reports].map(written).join('\n');
      expect(told(parseLong(text))).toEqual(told(parseMarkdown(text)));
    }),
    { numRuns: 20 },
  );
});
