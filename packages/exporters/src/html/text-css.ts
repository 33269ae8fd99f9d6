/** The style of the report's own nodes: headings, boxes, lists, tables, code. */
export const textCss = `
/* Each block finds its own direction, so that a Hebrew paragraph in a French report reads from the right. */
h1, h2, h3, h4, h5, h6, p, li, dd, dt, td, th, figcaption { unicode-bidi: plaintext; text-align: start; }
:is(h1, h2, h3, h4, h5, h6, p, li, td, th, figcaption)[dir] { unicode-bidi: isolate; }
h2, h3, h4, h5, h6 { margin: 2.2em 0 .6em; line-height: 1.22; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
.head { display: flex; align-items: baseline; gap: .45rem; }
.head > .to { flex: none; padding: .1em .3em; border-radius: .25rem; color: var(--soft); font: 400 1rem/1.2 var(--sans); text-decoration: none; }
.to::before { content: "#"; }
.to:hover, .to:focus-visible { color: var(--accent); background: var(--neutral-box); }
.callout > .label a::after { content: "#"; margin-inline-start: .4em; font-weight: 400; opacity: .75; }
.part > .head > h2 { margin: 0 0 1.1rem; padding-top: 2.4rem; font-size: clamp(1.75rem, 1.5rem + 1.2vw, 2.3rem); letter-spacing: -.01em; }
.part + .part { margin-top: 4rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.72rem; }
h4 { font-size: 1.4rem; }
h5 { font-size: 1.12rem; }
h6 { font: 700 .95rem/1.4 var(--sans); color: var(--soft); }
.head + section > .head > :is(h3, h4, h5, h6) { margin-top: 1.2em; }
p, ul, ol, blockquote, pre, figure, .table, .callout { margin: 0 0 1em; }
p { hanging-punctuation: first last; text-wrap: pretty; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .16em; }
a:hover { text-decoration-thickness: .12em; }
ul, ol { padding-inline-start: 1.5em; }
li { margin-block: .3em; }
li::marker { color: var(--soft); font-family: var(--sans); font-variant-numeric: lining-nums; }
li > p, li > ul, li > ol { margin-bottom: .4em; }
.tasks { list-style: none; }
.task { float: inline-start; margin-inline-start: -1.5em; font-family: var(--sans); }
sub, sup { font-size: .72em; line-height: 0; }
figure img { display: block; max-width: 100%; height: auto; border-radius: .6rem; }
.no-picture { margin: 0; padding: 1.1rem; border: 1px dashed var(--soft); border-radius: .6rem; background: var(--sheet); color: var(--soft); font: 400 .95rem/1.45 var(--sans); }
figcaption { margin-top: .5rem; font: 400 .9rem/1.45 var(--sans); color: var(--soft); }
.note a { padding-inline: .15em; text-decoration: none; }
.notes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .92em; }
.notes > :is(h2, h3) { margin: 0 0 .6rem; font: 700 .8rem/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
.notes .back-to-text { display: inline; margin: 0; }
.notes li > p:nth-last-child(2) { display: inline; margin-inline-end: .3em; }
.notes li:target { outline: 2px solid var(--accent); outline-offset: 3px; }
hr { width: 5rem; margin: 2.5rem auto; border: 0; border-top: 1px solid var(--soft); }
blockquote { padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); color: var(--soft); font-style: italic; }
blockquote em { font-style: normal; }
code { padding: .08em .3em; border-radius: .25rem; background: var(--neutral-box); font: .88em var(--mono); overflow-wrap: anywhere; }
pre { padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); white-space: pre-wrap; tab-size: 4; line-height: 1.5; }
pre code { padding: 0; background: none; }
del { color: var(--soft); }
:target { scroll-margin-top: 1.5rem; }
.callout:target { outline: 3px solid var(--tone); outline-offset: 3px; }

.callout { padding: .95rem 1.3rem 1.05rem; border-inline-start: 4px solid var(--tone); border-radius: .6rem; background: var(--box); overflow-wrap: anywhere; }
.callout > .label { margin: 0 0 .3rem; font: 600 .9rem/1.4 var(--sans); color: var(--tone); }
.callout > .label a { color: inherit; text-decoration: none; }
.callout > .label a:hover { text-decoration: underline; }
.callout > :last-child { margin-bottom: 0; }
.callout blockquote, .callout del { color: inherit; }
.callout code { background: var(--sheet); }
.callout.accent { border-inline-start: 0; padding: 1.15rem 1.5rem 1.25rem; }
.callout.accent > .label { font-size: .8rem; font-weight: 700; letter-spacing: .08em; text-transform: uppercase; }
.callout.accent > p:not(.label) { font-size: 1.3rem; line-height: 1.45; font-style: italic; }
.details { display: flex; flex-wrap: wrap; gap: .4rem .5rem; margin: .7rem 0 0; font: 400 .9rem/1.4 var(--sans); font-variant-numeric: lining-nums; }
.details > div { display: flex; flex-wrap: wrap; gap: 0 .4em; max-width: 100%; padding: .18rem .8rem; border-radius: .9rem; background: var(--sheet); }
.details dt { color: var(--soft); }
.details dd { margin: 0; min-width: 0; font-weight: 600; }

.table { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); }
table { width: 100%; border-collapse: collapse; font: 400 .95rem/1.45 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
th, td { min-width: 5.5rem; padding: .55rem .8rem; border-block-start: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
tr:first-child > *, thead tr > * { border-block-start: 0; }
tbody tr:first-child > * { border-block-start: 1px solid var(--line); }
tbody:first-child tr:first-child > * { border-block-start: 0; }
th { font-weight: 600; }
thead :is(th, td) { color: var(--soft); background: var(--neutral-box); vertical-align: bottom; }
td > :last-child, th > :last-child, li > :last-child, blockquote > :last-child { margin-bottom: 0; }
`;
