import { isAssetId } from './asset-id.ts';
import { isColour } from './colour.ts';
import type { Look } from './report.ts';
import type { Complain } from './rules.ts';

/** RA23. */
export function checkLook({ paper, accent, second, logo, cover }: Look, complain: Complain): void {
  // Widened on purpose: a file read back may say another paper than the type allows.
  const size: string | undefined = paper;
  if (size !== undefined && size !== 'a4' && size !== 'letter') complain('look', size);
  for (const colour of [accent, second]) {
    if (colour !== undefined && !isColour(colour)) complain('look', String(colour));
  }
  for (const picture of [logo, cover]) {
    if (picture !== undefined && !isAssetId(picture)) complain('figure-asset', picture);
  }
}
