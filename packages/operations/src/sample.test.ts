import { blocks } from '@plenary/blocks';
import { textOf, walk, type DocNode } from '@plenary/document';
import { type Exporter, findFormat, formats } from '@plenary/exporters';
import { describe, expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { exportSummit, compileSummit } from './reporting.ts';
import { loadSample } from './sample.ts';
import { sampleNotes } from './samples/all-notes.ts';

/** The formats that tell the whole report; the others hold its outcomes alone. */
const wholeIds = (await Promise.all(formats.map(async (format): Promise<Exporter> => format.load())))
  .filter(({ covers }) => covers === undefined)
  .map(({ id }) => id);

/** The kinds that people are asked for: the sample shows what a morning gives, not all there is. */
const ASKED_FOR = [blocks.insight, blocks.recommendation, blocks.action, blocks.question].map(
  ({ kind }) => kind,
);

const everything: DocNode[] = sampleNotes.flatMap(({ parts }) => Object.values(parts).flat());

function texts(): string[] {
  const found: string[] = [];
  for (const node of everything) {
    walk(node, (inner) => {
      if (inner.text !== undefined) found.push(inner.text);
      for (const value of Object.values(inner.attrs ?? {})) if (typeof value === 'string') found.push(value);
    });
  }
  return found;
}

describe('the notes of the sample', () => {
  test('every working group has every part and every kind of outcome it is asked for', () => {
    expect(sampleNotes).toHaveLength(7);
    for (const { parts } of sampleNotes) {
      expect(Object.keys(parts)).toEqual([
        'insights',
        'good-practices',
        'recommendations',
        'actions',
        'open-questions',
      ]);
      const kinds = new Set(Object.values(parts).flatMap((nodes) => nodes.map(({ type }) => type)));
      for (const kind of ASKED_FOR) expect(kinds).toContain(kind);
    }
  });

  test('actions fall due between the summit and the end of 2017, recommendations say to whom', () => {
    for (const { type, attrs } of everything) {
      if (type === blocks.action.kind) {
        expect(attrs?.['due']).toMatch(/^(2016-1[012]|2017-(0[1-9]|1[012]))-\d\d$/);
        expect(attrs?.['owner']).not.toBe('');
      }
      if (type === blocks.recommendation.kind) expect(attrs?.['to']).not.toBe('');
    }
  });

  test('links lead to example.org only', () => {
    const links = everything.flatMap((top) => {
      const found: unknown[] = [];
      walk(top, ({ marks }) => {
        for (const { type, attrs } of marks ?? []) if (type === 'link') found.push(attrs?.['href']);
      });
      return found;
    });
    expect(links).toHaveLength(7);
    for (const href of links) expect(href).toMatch(/^https:\/\/example\.org\//);
  });

  test('its French is typeset: no-break spaces, guillemets, apostrophes', () => {
    for (const text of texts()) {
      expect(text).not.toMatch(/'|\.\.\.| [;:!?»]|« /u);
    }
  });
});

describe('the sample summit', () => {
  test.each(['fr', 'en'] as const)(
    'in %s has notes in seven groups and nothing in the others',
    async (lang) => {
      const { context } = createWorld();
      const { id, groups } = await loadSample(context, lang);
      expect(groups).toBe(27);
      const { report, input } = await compileSummit(context, id, lang);
      const written = [...input.documents.values()].filter(({ seq }) => seq > 1);
      expect(written).toHaveLength(7);
      for (const { contributors } of written) expect(contributors).toHaveLength(2);
      for (const kind of ASKED_FOR) {
        expect(report.outcomes.filter((outcome) => outcome.kind === kind).length).toBeGreaterThan(13);
      }
      expect(report.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    },
  );

  test.each(wholeIds)(
    'passes its audit as %s',
    async (format) => {
      const { context } = createWorld();
      const { id } = await loadSample(context, 'fr');
      const { file } = await exportSummit(context, id, { format }, 'operator');
      const { words } = await (await findFormat(format)!.load()).readBack(file);
      for (const { parts } of sampleNotes) {
        const first = textOf(Object.values(parts)[0]![0]!)
          .split(/[\s\u00A0\u202F]+/, 4)
          .join(' ');
        expect(words.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(first);
      }
    },
    60_000,
  );
});
