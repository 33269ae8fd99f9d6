import type { Look } from '@plenary/report-ast';
import type { Palette } from './colours.ts';
import { themeOf } from './look-palette.ts';
import { printCss } from './print-css.ts';
import { textCss } from './text-css.ts';

/**
 * The style of the page, in the look of the summit: text first, one column on a phone, contents beside the text where
 * there is room.
 */
export function reportCss(look: Look | undefined): string {
  const { day, night, cover } = themeOf(look);
  const coverRule =
    cover === undefined
      ? ''
      : `.title-page { --ground: ${cover.ground}; --on-ground: ${cover.ink}; }\n${COVER}`;
  return `
:root { color-scheme: light dark; ${variables(day)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(night)} } }
${toneRules(day)}
${PAGE}${coverRule}${printCss(variables(day), look?.paper ?? 'a4')}
`;
}

const PAGE = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 400 1.0625rem/1.62 var(--serif); font-kerning: normal; font-variant-numeric: oldstyle-nums;
  --serif: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace;
}
.skip { position: absolute; left: 1rem; top: -10rem; z-index: 1; padding: .6rem 1rem; border-radius: .5rem; background: var(--sheet); font-family: var(--sans); }
.skip:focus { top: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.excerpt { max-width: 41rem; margin-inline: auto; padding: 1rem 1.25rem 2rem; }
.excerpt > h1 { margin: 0 0 .5rem; font: 600 1rem/1.5 var(--sans); color: var(--soft); }
.excerpt h2 { margin: 0 0 1.1rem; font-size: 2rem; letter-spacing: -.01em; }

.notice h1 { margin-top: 3rem; font: 400 1.4rem/1.5 var(--serif); color: var(--ink); }

.title-page, .page, footer { max-width: 41rem; margin-inline: auto; padding-inline: 1.25rem; }
.title-page { padding-block: clamp(2.5rem, 9vw, 6rem) clamp(2rem, 5vw, 3.5rem); }
.title-page .logo { display: block; max-width: 14rem; max-height: 5rem; margin: 0 0 2.5rem; }
.title-page .cover { display: block; width: 100%; max-height: 30rem; margin: 2.5rem 0 0; object-fit: cover; border-radius: .6rem; }
.title-page h1 { margin: 0; font-size: clamp(2.1rem, 1.35rem + 3.4vw, 3.6rem); line-height: 1.1; font-weight: 600; letter-spacing: -.015em; text-wrap: balance; overflow-wrap: anywhere; }
.title-page .theme { margin: 1.1rem 0 0; font-size: clamp(1.15rem, 1rem + .8vw, 1.5rem); line-height: 1.4; font-style: italic; color: var(--soft); text-wrap: balance; }
.title-page .when { margin: 2rem 0 0; padding-top: 1.1rem; border-top: 3px solid var(--accent); font: 600 1rem/1.5 var(--sans); width: fit-content; max-width: 100%; }
.title-page .hosts { margin: .15rem 0 0; padding: 0; list-style: none; font: 400 1rem/1.5 var(--sans); color: var(--soft); }
.title-page .hosts li { display: inline; }
.title-page .hosts li + li::before { content: "\\00B7"; margin-inline: .5em; }

.contents { padding-block: 1.5rem; border-block: 1px solid var(--line); font: 400 .975rem/1.45 var(--sans); }
.contents h2 { margin: 0 0 .6rem; font: 700 .8rem/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents ol ol { margin: 0 0 .35rem .1rem; padding-inline-start: .9rem; border-inline-start: 1px solid var(--line); }
.contents a { display: block; padding-block: .28rem; color: var(--ink); text-decoration: none; }
.contents > ol > li > a { font-weight: 600; }
.contents ol ol a { color: var(--soft); }
.contents ol ol ol a { font-size: .94em; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
${textCss}
.back { margin: 3rem 0 0; font: 400 .9rem/1.4 var(--sans); }
.back a { color: var(--soft); }
footer { margin-top: 4rem; padding-block: 1.5rem 3rem; font: 400 .9rem/1.5 var(--sans); color: var(--soft); }
footer p { margin: 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }

@media (min-width: 68rem) {
  .title-page, .page, footer { max-width: 66rem; padding-inline: 2rem; }
  .title-page { padding-inline-start: 19.5rem; }
  .page { display: grid; grid-template-columns: 14.5rem minmax(0, 39rem); column-gap: 3rem; align-items: start; }
  .contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; border: 0; padding-block: 2.6rem 2rem; font-size: .925rem; }
  .contents h2 { padding-inline-start: .1rem; }
  main { grid-column: 2; }
  footer { padding-inline-start: 19.5rem; }
  footer p { max-width: 39rem; }
  .back { display: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;

/** A title page in the summit's colour: it reaches from side to side, and what is on it stays where it was. */
const COVER = `
.title-page { max-width: none; background: var(--ground); color: var(--on-ground); margin-bottom: 2rem; padding-inline: max(1.25rem, calc((100% - 41rem) / 2 + 1.25rem)); }
.title-page :is(.theme, .hosts) { color: inherit; }
.title-page .when { border-color: currentColor; }
@media (min-width: 68rem) { .title-page { max-width: none; padding-inline: max(19.5rem, calc((100% - 66rem) / 2 + 19.5rem)) max(2rem, calc((100% - 66rem) / 2 + 2rem)); } }
@media print { .title-page { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;

function variables(palette: Palette): string {
  const { tones, ...plain } = palette;
  const colours = Object.entries(plain).map(([name, value]) => `--${name}: ${value};`);
  const boxes = Object.entries(tones).map(
    ([tone, [strong, box]]) => `--${tone}-tone: ${strong}; --${tone}-box: ${box};`,
  );
  return [...colours, ...boxes].join(' ');
}

function toneRules({ tones }: Palette): string {
  const rules = Object.keys(tones).map(
    (tone) => `.callout.${tone} { --tone: var(--${tone}-tone); --box: var(--${tone}-box); }`,
  );
  return rules.join('\n');
}
