/** The style on paper: A4, always by day, a part on a page of its own, nothing cut that can stay whole. */
export function printCss(dayColours: string): string {
  return `
@page { size: A4; margin: 22mm 20mm 24mm; }
@media print {
  :root { ${dayColours} --paper: #FFFFFF; }
  body { font-size: 10.5pt; line-height: 1.5; }
  .skip, .back, .back-to-text, footer { display: none !important; }
  .title-page, .page { display: block; max-width: none; padding-inline: 0; }
  .title-page { padding-block: 55mm 0; break-after: page; }
  .title-page h1 { font-size: 30pt; }
  .contents { position: static; max-height: none; overflow: visible; padding: 0; border: 0; break-after: page; font-size: 10pt; }
  .contents h2 { font-size: 11pt; }
  .part + .part { margin-top: 0; border: 0; break-before: page; }
  .part > h2 { padding-top: 0; font-size: 22pt; }
  h3 { font-size: 15pt; }
  h4 { font-size: 12.5pt; }
  .callout.accent > p:not(.label) { font-size: 13pt; }
  h2, h3, h4, h5, h6, .callout > .label { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  figure, .callout, tr, pre, .details { break-inside: avoid; }
  .callout, thead :is(th, td), code, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .table { overflow: visible; border-radius: 0; }
  thead { display: table-header-group; }
  th, td { min-width: 0; overflow-wrap: anywhere; }
  a { color: inherit; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font: .85em var(--sans); overflow-wrap: anywhere; }
}`;
}
