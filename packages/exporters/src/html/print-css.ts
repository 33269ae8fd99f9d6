import type { Paper } from '@plenary/report-ast';

/** The style on paper: always by day, a part on a page of its own, nothing cut that can stay whole. */
export function printCss(dayColours: string, paper: Paper): string {
  return `
@page { size: ${paper === 'letter' ? 'letter' : 'A4'}; margin: 22mm 20mm 24mm; @bottom-center { content: counter(page); font: 9pt "Source Sans 3", sans-serif; color: #5F5A52; } }
@page :first { @bottom-center { content: none; } }
@media print {
  :root { ${dayColours} --paper: #FFFFFF; }
  body { font-size: 10.5pt; line-height: 1.5; }
  .skip, .back, .back-to-text, .to, footer { display: none !important; }
  .callout > .label a::after { content: none; }
  .title-page, .page { display: block; max-width: none; padding-inline: 0; }
  .title-page { padding-block: 45mm 0; break-after: page; }
  .title-page .cover { max-height: 90mm; }
  .title-page h1 { font-size: 30pt; }
  .contents { position: static; max-height: none; overflow: visible; padding: 0; border: 0; break-after: page; font-size: 10pt; }
  .contents h2 { font-size: 11pt; }
  .contents > ol { columns: 2; column-gap: 10mm; }
  .contents li { break-inside: avoid; }
  .contents > ol > li { break-inside: auto; }
  .part + .part { margin-top: 0; border: 0; break-before: page; }
  .part > .head > h2 { padding-top: 0; font-size: 22pt; }
  h3 { font-size: 15pt; }
  h4 { font-size: 12.5pt; }
  .callout.accent > p:not(.label) { font-size: 13pt; }
  .head { display: block; break-inside: avoid; }
  .head, h2, h3, h4, h5, h6, .callout > .label { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  figure, .callout, tr, pre, .details { break-inside: avoid; }
  .callout, thead :is(th, td), code, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .table { overflow: visible; border-radius: 0; }
  thead { display: table-header-group; }
  tbody tr:first-child { break-after: avoid; }
  tbody tr:last-child { break-before: avoid; }
  th, td { min-width: 0; overflow-wrap: anywhere; }
  figure img { max-height: 200mm; width: auto; }
  a { color: inherit; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font: .85em var(--sans); overflow-wrap: anywhere; }
}`;
}
