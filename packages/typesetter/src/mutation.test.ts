import { compareShapes, findFormat, shapeOf, type Typesetter } from '@plenary/exporters';
import { kitchenSink, PICTURES } from '@plenary/exporters/fixtures';
import { reportLeaves } from '@plenary/report-ast';
import { afterAll, describe, expect, it } from 'vitest';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

// A break is what is left out between two leaves, and a rule has no place among the tags of a PDF.
const TYPES = [
  'paragraph',
  'section',
  'list',
  'table',
  'blockquote',
  'code',
  'figure',
  'callout',
  'text',
  'emphasis',
  'strong',
  'delete',
  'subscript',
  'superscript',
  'inlineCode',
  'link',
  'reference',
  'span',
  'footnote',
];

// What is off is set in every arrangement there is.
describe('the audit of pdf', { timeout: 30_000 }, () => {
  it('finds nothing where every branch of the template does its work', async () => {
    expect(await isWhole(typesetter)).toBe(true);
  });

  it.each(TYPES)('finds that the branch of %s is off', async (type) => {
    // Without a section there is nothing for a reference to lead to, and the engine refuses the whole.
    expect(await isWhole(without(type)).catch(() => false)).toBe(false);
  });
});

/** The engine, given a template that passes over a kind of node. */
function without(type: string): Typesetter {
  return {
    ...typesetter,
    typeset(job, cancellation) {
      const templates = ['blocks.typ', 'inlines.typ'].map((path) => {
        const template = new TextDecoder().decode(job.files.get(path));
        const broken = template
          .replaceAll(`kind == "${type}"`, 'false')
          .replaceAll(/panic\("no such (?:block|inline): " \+ kind\)/g, '[]');
        return [path, broken] as const;
      });
      expect(templates.flat().join('')).toContain('false');
      const changed = templates.map(([path, broken]) => [path, new TextEncoder().encode(broken)] as const);
      const files = new Map([...job.files, ...changed]);
      return typesetter.typeset({ ...job, files }, cancellation);
    },
  };
}

/** Whether every leaf and every thing of the kitchen sink is found in its PDF. */
async function isWhole(engine: Typesetter): Promise<boolean> {
  const exporter = await findFormat('pdf')!.load({ typesetter: engine });
  const { file, omitted = [] } = await exporter.write(kitchenSink, PICTURES);
  const { words, shape, asRead = (text: string) => text } = await exporter.readBack(file);
  const shown = new Map([...PICTURES].filter(([id]) => !omitted.includes(id)));
  if (compareShapes(shapeOf(kitchenSink, shown), shape).length > 0) return false;
  const text = collapsed(words);
  let position = 0;
  for (const line of reportLeaves(kitchenSink).flatMap((leaf) => leaf.split('\n'))) {
    const wanted = collapsed(asRead(line));
    const found = text.indexOf(wanted, position);
    if (found === -1) return false;
    position = found + wanted.length;
  }
  return true;
}

function collapsed(text: string): string {
  return text.replaceAll(/[ \t\n]+/g, ' ').trim();
}
