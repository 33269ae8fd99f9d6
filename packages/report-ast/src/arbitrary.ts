import fc from 'fast-check';
import { arbitraryBlocks, ASSETS } from './arbitrary-nodes.ts';
import { arbitraryLine } from './arbitrary-text.ts';
import type { Block, Inline } from './nodes.ts';
import { withAnchors } from './arbitrary-anchors.ts';
import { REPORT_VERSION, type Colour, type Look, type Part, type Report } from './report.ts';

export { arbitraryBlocks, arbitraryInlines } from './arbitrary-nodes.ts';
export { arbitraryLine, HOSTILE_LINES } from './arbitrary-text.ts';

/**
 * A random report that passes `validate`: every node inside every other the types and rules allow, text that tries to
 * break out of each format, anchors unique and references resolved. For the tests of whatever reads reports.
 */
export function arbitraryReport(): fc.Arbitrary<Report> {
  const part = fc.record({
    anchor: fc.constant('part'),
    title: fc.array(arbitraryLine(), { minLength: 1, maxLength: 2 }).map(asInlines),
    children: fc.array(arbitraryBlocks(), { maxLength: 3 }).map((blocks): readonly Block[] => blocks.flat()),
  });
  return fc
    .record({
      look: fc.option(arbitraryLook(), { nil: undefined }),
      lang: fc.constantFrom('fr', 'en', 'pt-BR', 'ar'),
      summit: arbitrarySummit(),
      parts: fc.array(part, { maxLength: 3 }),
      numbers: fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 10 }),
    })
    .map(({ look, lang, summit, parts, numbers }) => ({
      ...toReport(lang, summit, withAnchors(parts, numbers)),
      ...(look !== undefined && { look }),
    }));
}

function toReport(lang: string, summit: Report['summit'], parts: readonly Part[]): Report {
  return { plenary: REPORT_VERSION, lang, summit, generatedFrom: {}, parts, outcomes: [], diagnostics: [] };
}

function arbitraryLook(): fc.Arbitrary<Look> {
  return fc.record(
    {
      paper: fc.constantFrom('a4' as const, 'letter' as const),
      accent: fc.constantFrom<Colour>('#1f4e79', '#ffffff'),
      second: fc.constantFrom<Colour>('#fde68a', '#000000'),
      logo: fc.constantFrom(...ASSETS),
      cover: fc.constantFrom(...ASSETS),
    },
    { requiredKeys: [] },
  );
}

function arbitrarySummit(): fc.Arbitrary<Report['summit']> {
  return fc.record(
    {
      id: fc.constant('summit'),
      title: arbitraryLine(),
      theme: arbitraryLine(),
      whenAndWhere: arbitraryLine(),
      hosts: fc.array(arbitraryLine(), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'title', 'whenAndWhere', 'hosts'] },
  );
}

function asInlines(lines: readonly string[]): readonly Inline[] {
  return lines.map((value) => ({ type: 'text', value }));
}
