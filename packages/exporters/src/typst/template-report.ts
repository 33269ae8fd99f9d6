/** `report.typ`: the file to compile: title page, contents, parts. */
export const reportTemplate = String.raw`// The report as pages. Compile this file: report.json holds every word, settings.json the look.
#import "look.typ": *
#import "blocks.typ": blocks
#import "inlines.typ": inlines, spoken

#let report = json("report.json")
#let summit = report.summit
#let place = (blocks: blocks, level: 2, outlined: true, numbered: false, bare: false, struck: false, quotes: 0, boxes: 0, spent: 0, cell: false, room: page-width)
#let bare = (..place, bare: true)

// The day of the newest signature. An archive must be dated: one that nobody signed says the first day computers know.
#let days = report.generatedFrom.values().filter(it => "signedOff" in it).map(it => it.signedOff.at.slice(0, 10))
#let signed = days.filter(it => it.match(regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) != none).sorted()
#let day = if signed.len() > 0 { signed.last() } else if settings.attached.len() > 0 { "1970-01-01" }
#set document(title: summit.title, author: summit.hosts, date: if day != none {
  let (year, month, number) = day.split("-").map(int)
  datetime(year: year, month: month, day: number)
})
#for file in settings.attached {
  pdf.attach(file.path, relationship: file.relationship, mime-type: file.type, description: file.description)
}
#show: with-look
#show: body => spoken((lang: report.lang), body)

#let title-page() = page(margin: 0pt, numbering: none, header: none, footer: none, {
  let on-panel = colour("on-panel")
  let cover = settings.at("cover", default: none)
  let logo = settings.at("logo", default: none)
  set par(justify: false)
  set text(hyphenate: false)
  if cover != none { pdf.artifact(block(width: 100%, height: 42%, clip: true, spacing: 0pt, image(cover, width: 100%, height: 100%, fit: "cover"))) }
  block(
    width: 100%,
    height: if cover == none { 62% } else { 30% },
    spacing: 0pt,
    fill: colour("panel"),
    inset: (x: 29mm, y: 18mm),
    {
      set text(fill: on-panel)
      set align(bottom)
      let size = if summit.title.len() > 90 { 25pt } else { 34pt }
      set par(leading: 0.42em)
      show title: set text(size: size, weight: "semibold", number-type: "lining")
      show title: set block(below: 0pt)
      title()
      if "theme" in summit { v(7mm) + par(leading: 0.6em, text(size: 14.5pt, style: "italic", summit.theme)) }
    },
  )
  block(width: 100%, inset: (x: 29mm, top: 14mm), spacing: 0pt, {
    set text(font: sans, size: 11pt, number-type: "lining")
    par(text(weight: "semibold", summit.whenAndWhere))
    for host in summit.hosts { par(spacing: 0.6em, text(fill: soft, host)) }
    if logo != none { v(1.2em) + pdf.artifact(image(logo, height: 16mm)) }
  })
})

// Titles of the contents by anchor: without links, because the whole line is one, and without their notes.
#let titles = (:)
#for part in report.parts {
  titles.insert(part.anchor, part.title)
  for section in part.children.filter(node => node.type == "section") {
    titles.insert(section.anchor, section.title)
    for inner in section.children.filter(node => node.type == "section") { titles.insert(inner.anchor, inner.title) }
  }
}

#let contents() = {
  set par(justify: false)
  set text(hyphenate: false, number-type: "lining")
  par(spacing: 1.8em, text(size: 20pt, weight: "semibold", words.contents))
  show outline.entry: it => {
    let name = titles.at(str(it.element.label), default: none)
    let title = if name == none { it.body() } else { inlines(name, bare) }
    let first = it.level == 1
    set text(font: sans, size: if first { 11pt } else { 10pt }, weight: if first { "semibold" } else { "regular" }, fill: if it.level < 3 { ink } else { soft })
    let line = it.indented(it.prefix(), title + h(0.5em) + box(width: 1fr, if not first { repeat(gap: 0.25em, text(fill: rule, ".")) }) + h(0.5em) + it.page())
    block(above: if first { 1.25em } else { 0.65em }, below: 0pt, sticky: first, link(it.element.location(), line))
  }
  outline(title: none, depth: 3, indent: 1.2em)
  pagebreak(weak: true)
}

#let running-head(part) = context {
  if locate(label(part.anchor)).page() < here().page() {
    set text(font: sans, size: 8.5pt, fill: soft)
    block(width: 100%, stroke: (bottom: 0.4pt + rule), inset: (bottom: 4pt), spoken(part, inlines(part.title, bare)))
  }
}

#let running-foot = context {
  set text(font: sans, size: 8.5pt, fill: soft, number-type: "lining")
  grid(columns: (1fr, auto), summit.title, counter(page).display())
}

#title-page()
#set page(footer: running-foot)
#if report.parts.len() > 0 { contents() }
#for part in report.parts {
  let numbered = part.at("kind", default: "body") in ("body", "synthesis")
  page(header: running-head(part), spoken(part, {
    [#heading(level: 1, numbering: if numbered { "1." }, inlines(part.title, place))#label(part.anchor)]
    blocks(part.children, (..place, numbered: numbered))
  }))
}
`;
