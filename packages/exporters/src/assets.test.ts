import { figure, footnote, paragraph } from '@plenary/report-ast';
import { describe, expect, it } from 'vitest';
import { PICTURES, portrait, seal } from '../fixtures/pictures.ts';
import { reportOf } from '../fixtures/report-of.ts';
import { type Assets, missingAssets, sideFiles } from './assets.ts';
import { base64 } from './html/base64.ts';

const report = reportOf([
  figure({ asset: seal, alt: '' }, ''),
  paragraph(footnote(figure({ asset: portrait, alt: 'Un visage' }, ''))),
  figure({ asset: seal, alt: 'encore' }, ''),
  figure({ alt: 'jamais arrivée' }, ''),
]);

describe('the pictures of a report', () => {
  it('lie beside it, each once, in the order in which they are shown', () => {
    expect(sideFiles(report, PICTURES)).toEqual([
      { path: `assets/${seal}.png`, type: 'image/png', bytes: PICTURES.get(seal)?.bytes },
      { path: `assets/${portrait}.jpg`, type: 'image/jpeg', bytes: PICTURES.get(portrait)?.bytes },
    ]);
    expect(missingAssets(report, PICTURES)).toEqual([]);
  });

  it('are named once where nobody delivered them, in the language of the report', () => {
    expect(missingAssets(report, new Map())).toEqual([
      {
        rule: 'asset-missing',
        severity: 'warning',
        message: `L’image (${seal.slice(0, 12)}) manque\u00A0: le fichier donne ses mots à sa place. Ajoutez-la de nouveau dans sa section.`,
      },
      expect.objectContaining({ message: expect.stringContaining(`${portrait.slice(0, 12)}, Un visage`) }),
    ]);
    expect(missingAssets({ ...report, lang: 'de' }, new Map())[0]?.message).toMatch(/^The picture/);
  });

  it('are missing where they are of a kind that no file should hold', () => {
    // What comes from outside may say more than the type allows.
    const script: Assets = new Map([
      [seal, { bytes: new Uint8Array(), type: 'image/svg+xml' as 'image/png' }],
      [portrait, { bytes: new Uint8Array(), type: 'constructor' as 'image/png' }],
    ]);
    expect(sideFiles(report, script)).toEqual([]);
    expect(missingAssets(report, script)).toHaveLength(2);
  });
});

it.each([0, 1, 2, 3, 4, 12_287, 12_288, 12_289])('%i bytes in base 64 are what everybody reads', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

// Tests run in Node, whose own encoder is the measure here.
declare const Buffer: { from(bytes: Uint8Array): { toString(encoding: string): string } };
