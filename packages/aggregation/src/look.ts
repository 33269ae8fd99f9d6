import type { PlannedLook } from '@plenary/programme';
import { type Colour, isColour, type Look } from '@plenary/report-ast';
import type { Remark } from './diagnostics.ts';

/** The look the organisers chose, as a report can have it; undefined where they chose nothing. */
export function lookOf(planned: PlannedLook, remark: Remark): Look | undefined {
  const accent = accentOf(planned.accent, remark);
  const second = planned.second?.toLowerCase() ?? '';
  const { paper, logo, cover } = planned;
  const look: Look = {
    ...(paper !== undefined && { paper }),
    ...(accent !== undefined && { accent }),
    ...(isColour(second) && { second }),
    ...(logo !== undefined && { logo }),
    ...(cover !== undefined && { cover }),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}

/** WCAG 2.2, 1.4.3: text of any size can be read on white from here on. */
export const LEAST_CONTRAST = 4.5;

/** How well a colour can be read on white: from 1 for white to 21 for black (WCAG 2.2). */
export function contrastOnWhite(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Titles and links are set in it: one that is too light to be read is made darker, step by step, until it can be. */
function accentOf(chosen: string | undefined, remark: Remark): Colour | undefined {
  const wished = chosen?.toLowerCase() ?? '';
  if (!isColour(wished)) return undefined;
  let colour: Colour = wished;
  for (let dark = 0; contrastOnWhite(colour) < LEAST_CONTRAST && dark < STEPS; dark += 1) {
    colour = colourOf(channelsOf(wished).map((channel) => Math.round(channel * (1 - (dark + 1) / STEPS))));
  }
  if (colour !== wished) remark('look-too-light', wished);
  return colour;
}

/** Steps from a colour to black: none of them is seen. */
const STEPS = 64;

function channelsOf(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function colourOf(channels: readonly number[]): Colour {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
