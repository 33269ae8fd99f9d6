/** `look.typ`: what the pages look like. Colours and the few words of the format come from `settings.json`. */
export const lookTemplate = String.raw`// Colours, type and page. What a summit may choose stands in settings.json, everything else here.
#let settings = json("settings.json")
#let words = settings.words
#let colours = settings.colours
#let colour(name) = rgb(colours.at(name))
#let ink = colour("ink")
#let soft = colour("soft")
#let rule = colour("rule")
#let accent = colour("accent")

// Whatever one family lacks, the next one has; the three lists hold the same families, so they show the same characters.
#let fallbacks = (
  "Source Serif 4", "Source Sans 3", "JetBrains Mono", "Noto Serif", "Noto Sans", "Noto Sans Hebrew", "Vazirmatn",
  "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols 2",
  "ZCOOL XiaoWei", "MotoyaLCedar", "Noto Emoji",
)
#let serif = fallbacks
#let sans = ("Source Sans 3", "Noto Sans") + fallbacks
#let mono = ("JetBrains Mono",) + fallbacks

// Sizes of headings by level; the sixth is that of all below it.
#let sizes = (24pt, 17pt, 13.5pt, 11.5pt, 11pt, 11pt)

#let side-margin = 29mm
// How wide the text of a page is.
#let page-width = if settings.paper == "a4" { 210mm } else { 8.5in } - 2 * side-margin

#let with-look(body) = {
  set page(
    paper: settings.paper,
    margin: (top: 27mm, bottom: 27mm, x: side-margin),
    numbering: "1",
    footer-descent: 40%,
    header-ascent: 40%,
  )
  // Asked for another size, all lines and pages break elsewhere, and nobody sees it.
  set text(font: serif, fallback: false, size: float(sys.inputs.at("size", default: "10.5")) * 1pt, fill: ink, number-type: "old-style", hyphenate: true)
  set par(justify: true, leading: 0.72em, spacing: 1em)
  set sub(typographic: false)
  set super(typographic: false)
  set heading(hanging-indent: 0pt)
  show heading: it => {
    let size = sizes.at(calc.min(it.level, sizes.len()) - 1)
    let large = it.level <= 3
    set text(size: size, weight: "semibold", hyphenate: false, number-type: "lining", ..(if not large { (font: sans) }))
    set par(justify: false, leading: 0.5em)
    let number = if it.numbering != none { text(fill: accent, counter(heading).display(it.numbering)) + sym.space.nobreak + h(0.3em) }
    block(
      above: if it.level == 1 { 0pt } else if it.level == 2 { 2.2em } else { 1.9em },
      below: if it.level == 1 { 1.6em } else { 0.9em },
      sticky: true,
      number + it.body,
    )
  }
  set list(marker: ([•], [–], [∗]), indent: 0.2em, body-indent: 0.65em, spacing: 0.75em)
  set enum(indent: 0.2em, body-indent: 0.65em, spacing: 0.75em)
  set footnote.entry(separator: line(length: 22%, stroke: 0.5pt + soft), gap: 0.55em, indent: 0pt)
  show footnote.entry: set text(size: 8.5pt)
  show footnote.entry: set par(justify: false, leading: 0.6em, spacing: 0.6em)
  show raw: set text(font: mono, size: 0.92em, number-type: "lining", ligatures: false)
  set raw(theme: none, tab-size: 4)
  show raw.where(block: true): set par(justify: false, leading: 0.6em)
  show raw.where(block: true): it => block(width: 100%, fill: colour("panel-soft"), inset: 8pt, radius: 2pt, it)
  show quote.where(block: true): it => if it.quotes { block(inset: (left: 1em, y: 2pt), stroke: (left: 2pt + rule), it.body) } else { it.body }
  show figure: set block(spacing: 0.8em)
  set table(stroke: none, inset: (x: 6pt, y: 5pt))
  show table: set text(size: 9.5pt, number-type: "lining")
  show table: set par(justify: false, leading: 0.6em, spacing: 0.7em)
  body
}
`;
