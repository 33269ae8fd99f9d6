import type { Look } from '@plenary/report-ast';
import { themeOf } from '../html/look-palette.ts';

/**
 * The style of a book. Reading devices know less of CSS than browsers and have their own mind about fonts, sizes and colours
 * of text and paper: only what means something is coloured.
 */
export function bookCss(look: Look | undefined): string {
  const { day } = themeOf(look);
  const tones = Object.entries(day.tones).map(
    ([tone, [strong, box]]) =>
      `.${tone} { border-left-color: ${strong}; background-color: ${box}; color: ${day.ink}; }\n.${tone} .label { color: ${strong}; }`,
  );
  return `@charset "utf-8";
body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: bold; page-break-after: avoid; break-after: avoid; page-break-inside: avoid; }
h1 { font-size: 1.7em; margin: 1.5em 0 .8em; }
h2 { font-size: 1.4em; margin: 1.5em 0 .7em; }
h3 { font-size: 1.2em; margin: 1.4em 0 .6em; }
h4, h5, h6 { font-size: 1.05em; margin: 1.3em 0 .5em; }
p { margin: 0 0 .8em; orphans: 2; widows: 2; }
a { color: ${day.accent}; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid; }
figcaption { font-size: .9em; margin-top: .4em; }
.no-picture { border: 1px dashed; padding: .8em; }
blockquote { margin: 1em 0 1em .3em; padding-left: 1em; border-left: 3px solid; font-style: italic; }
code { font-family: monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; border: 1px solid; padding: .7em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: .92em; }
th, td { border: 1px solid; padding: .4em .5em; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { page-break-inside: avoid; break-inside: avoid; }
hr { width: 4em; margin: 2em auto; }
.tasks { list-style: none; padding-left: 1.4em; }
.task { float: left; margin-left: -1.4em; }
.callout { margin: 1em 0; padding: .7em 1em; border-left: 4px solid; border-radius: .4em; page-break-inside: avoid; break-inside: avoid; }
.callout .label { margin: 0 0 .3em; font-size: .85em; font-weight: bold; }
.callout a { color: inherit; }
${tones.join('\n')}
.details { margin: .5em 0 0; font-size: .9em; }
.details dt, .details dd { display: inline; margin: 0; }
.details dt { font-weight: bold; }
.details dt::after { content: " : "; }
.note { font-size: .75em; line-height: 0; }
.notes { margin-top: 2em; border-top: 1px solid; font-size: .9em; }
.notes .back-to-text { margin: .6em 0 0; }
.title-page { margin-top: 20%; }
.title-page h1 { font-size: 2.2em; }
.title-page .theme { font-style: italic; font-size: 1.2em; }
.title-page .when { margin-top: 2em; font-weight: bold; }
.title-page .hosts { padding: 0; list-style: none; }
.title-page .logo { max-width: 40%; max-height: 5em; }
nav ol { list-style: none; padding-left: 1.2em; }
nav > ol { padding-left: 0; }
nav li { margin: .4em 0; }
`;
}
