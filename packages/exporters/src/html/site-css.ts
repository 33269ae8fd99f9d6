/** The style of what stands around a published report. */
export const siteCss = `
.tools { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; align-items: start; max-width: 41rem; margin-inline: auto; padding: 0 1.25rem 1.5rem; font: 400 .95rem/1.45 var(--sans); }
.tools [hidden] { display: none; }
.tools search { flex: 1 1 100%; }
.tools label { display: block; margin-bottom: .3rem; font-weight: 600; }
.tools input { width: 100%; padding: .6rem .8rem; border: 1px solid var(--soft); border-radius: .5rem; background: var(--sheet); color: var(--ink); font: inherit; font-size: 1rem; }
.tools [role=status] { margin: .4rem 0 0; color: var(--soft); }
.tools [role=status]:empty { display: none; }
.tools ol { max-height: 60vh; overflow-y: auto; margin: .4rem 0 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); }
.tools ol:empty { display: none; }
.tools ol li { margin: 0; }
.tools ol li + li { border-top: 1px solid var(--line); }
.tools ol a { display: block; padding: .6rem .8rem; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
.tools ol a:hover { background: var(--neutral-box); }
.tools ol strong { display: block; color: var(--soft); font-size: .9em; }
mark { padding-inline: .1em; background: var(--amber-box); color: inherit; font-weight: 600; }
.tools button, .tools summary, .languages a { display: inline-block; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); color: var(--accent); font: 600 .95rem/1.4 var(--sans); text-decoration: none; cursor: pointer; }
.tools ul { margin: 0; padding: 0; list-style: none; }
.languages li { display: inline; }
.downloads li { margin: .5rem 0 0; }
@media (min-width: 68rem) { .tools { max-width: 66rem; padding-inline: 19.5rem 2rem; } .tools > * { max-width: 39rem; } }
@media print { .tools { display: none; } }
`;
