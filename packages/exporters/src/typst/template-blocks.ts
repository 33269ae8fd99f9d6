/** `blocks.typ`: every node of a report. Its text is only ever data: a string that is shown, never markup that is read. */
export const blocksTemplate = String.raw`// One branch for each node of the report tree. A function is called once for each level of the tree, because the
// engine stops at 80 calls inside one another.
#import "look.typ": *

// The engine stumbles over a few arrangements of links, heads of tables and boxes that may not break: asked
// to be plain, it gets none of them.
#let plain = "plain" in sys.inputs

// A passage in another language or direction. Only codes the engine knows the shape of are handed over.
#let spoken(node, body) = {
  let options = (:)
  if "lang" in node {
    let tags = lower(node.lang).split("-")
    if tags.first().match(regex("^[a-z]{2,3}$")) != none {
      options.lang = tags.first()
      let region = tags.slice(1).find(tag => tag.match(regex("^[a-z]{2}$")) != none)
      if region != none { options.region = upper(region) }
    }
  }
  if "dir" in node { options.dir = if node.dir == "rtl" { rtl } else { ltr } }
  if options.len() == 0 { body } else { text(..options, body) }
}

// Inlines; place.bare leaves out links and notes, for the list of contents and the head of a page.
#let inlines(nodes, place) = {
  for node in nodes {
    let kind = node.type
    if kind == "text" { [#node.value] }
    else if kind == "emphasis" { emph(inlines(node.children, place)) }
    else if kind == "strong" { strong(inlines(node.children, place)) }
    else if kind == "delete" { strike(inlines(node.children, (..place, struck: true))) }
    else if kind == "subscript" { sub(inlines(node.children, place)) }
    else if kind == "superscript" { super(inlines(node.children, place)) }
    else if kind == "inlineCode" { raw(node.value) }
    else if kind == "span" { spoken(node, inlines(node.children, place)) }
    else if kind == "break" { if place.bare { " " } else { linebreak() } }
    else if kind == "link" or kind == "reference" {
      let body = inlines(node.children, place)
      if place.bare or plain { body } else {
        let target = if kind == "link" { node.url } else { label(node.target) }
        // PDF/UA allows one line through or under a word, not two.
        let struck = place.struck or repr(node.children).contains("\"delete\"")
        link(target, text(fill: accent, if struck { body } else { underline(stroke: 0.4pt + accent, offset: 2pt, body) }))
      }
    }
    else if kind == "footnote" { if not place.bare { footnote((place.blocks)(node.children, (..place, struck: false))) } }
    else { panic("no such inline: " + kind) }
  }
}

// About how many lines some blocks take, to know what fits on a page.
#let lines-of(nodes, width) = {
  let count = 0
  for node in nodes {
    let kind = node.type
    if kind in ("table", "figure", "section") { count += 100 }
    else if kind == "code" { count += 2 + node.value.split("\n").len() + calc.quo(node.value.len(), width) }
    else if kind in ("list", "listItem", "blockquote", "callout") { count += 1 + lines-of(node.children, width - 4) }
    else if kind == "paragraph" {
      count += 2 + calc.quo(repr(node.children).len(), width)
      if repr(node.children).contains("\"break\"") { count += node.children.filter(it => it.type != "text").len() }
    }
    else { count += 1 }
  }
  count
}
#let fits(nodes) = not plain and lines-of(nodes, 70) < 30

// Whether rows are fit to be repeated on every page: a few words. A note would be printed again, a place that others lead
// to would be there twice, and a tall head would leave no room for what it is the head of.
#let repeatable(rows) = rows.all(row => row.children.all(cell => (
  not repr(cell.children).contains("anchor: ") and not repr(cell.children).contains("\"footnote\"") and lines-of(cell.children, 25) < 8
)))

// The rows at the top that are made of header cells only, unless a cell reaches down out of them
// or they are not fit to be repeated.
#let head-rows(node) = {
  let count = node.children.position(row => row.children.len() == 0 or row.children.any(cell => not cell.header))
  if count == none { count = node.children.len() }
  let reach = node.children.slice(0, count).enumerate().all(((y, row)) => row.children.all(cell => y + cell.at("rowspan", default: 1) <= count))
  // A table of nothing but headers has nothing to repeat them for.
  if not plain and reach and count < node.children.len() and repeatable(node.children.slice(0, count)) { count } else { 0 }
}

// All words of some nodes, parted by blanks.
#let words-of(nodes) = {
  let found = ""
  for node in nodes {
    if "value" in node { found += node.value + " " }
    if "label" in node { found += node.label + " " }
    if "title" in node { found += words-of(node.title) }
    if "caption" in node { found += words-of(node.caption) }
    if "children" in node { found += words-of(node.children) }
  }
  found
}

// How wide the columns of a table are: as their words where all are short; else in proportion to what they hold, so that
// none is squeezed and none stands empty. The root keeps a long column from taking it all.
#let widths-of(node, columns) = {
  let longest = (0,) * columns
  let word = (4,) * columns
  let covered = (0,) * columns
  for row in node.children {
    let x = 0
    for cell in row.children {
      while x < columns and covered.at(x) > 0 { x += 1 }
      let span = cell.at("colspan", default: 1)
      if span == 1 and x < columns {
        let said = words-of(cell.children)
        longest.at(x) = calc.max(longest.at(x), said.clusters().len())
        word.at(x) = calc.max(word.at(x), ..said.split(" ").map(it => calc.min(it.len(), 22)))
      }
      for at in range(x, calc.min(x + span, columns)) { covered.at(at) = cell.at("rowspan", default: 1) }
      x += span
    }
    covered = covered.map(rows => calc.max(rows - 1, 0))
  }
  if longest.sum() < 70 or columns == 1 { (auto,) * columns } else {
    let shares = longest.zip(word).map(((count, least)) => calc.max(least, calc.sqrt(count * 12)))
    // A column keeps room for its longest word, in points, where its share of about ninety letters would not hold it.
    let fixed = shares.zip(word).map(((share, least)) => share / shares.sum() * 90 < least + 3)
    let room = fixed.zip(word).map(((is-fixed, least)) => if is-fixed { least * 5.4pt + 13pt } else { 0pt }).sum()
    range(columns).map(at => if fixed.at(at) and room < 260pt { word.at(at) * 5.4pt + 13pt } else { shares.at(at) * 1fr })
  }
}

// A picture no wider than its place and no higher than half a page.
#let picture(path, ..options) = layout(space => {
  let natural = measure(image(path))
  let width = calc.min(natural.width, if space.width.pt().is-infinite() { 12cm } else { space.width })
  let height = natural.height * (width / natural.width)
  if height > 10cm { width = width * (10cm / height) }
  image(path, width: width, ..options)
})

#let detail-line(detail, place) = {
  set text(font: sans, size: 9pt, number-type: "lining")
  set par(justify: false)
  par(text(fill: soft, weight: "semibold", detail.label + words.colon) + inlines(detail.value, place))
}

#let blocks(nodes, place) = {
  for node in nodes {
    let kind = node.type
    if kind == "paragraph" {
      if node.children.len() > 0 { spoken(node, par(inlines(node.children, place))) }
    } else if kind == "section" {
      let inner = (..place, level: place.level + 1)
      let numbered = place.numbered and place.level == 2
      spoken(node, {
        [#heading(
          level: place.level,
          outlined: place.outlined and place.level <= 3,
          bookmarked: true,
          numbering: if numbered { "1.1" },
          inlines(node.title, place),
        )#label(node.anchor)]
        blocks(node.children, inner)
      })
    } else if kind == "list" {
      let inner = (..place, outlined: false, numbered: false)
      let tasks = not node.ordered and node.children.all(item => "checked" in item)
      let items = ()
      let signs = ()
      for item in node.children {
        let body = spoken(item, blocks(item.children, inner))
        if "checked" in item {
          let sign = if item.checked { "☑" } else { "☐" }
          signs.push(sign)
          if not tasks { body = sign + " " + body }
        }
        items.push(body)
      }
      let tight = node.children.all(item => item.children.len() == 1 and repr(item.children).len() < 160)
      spoken(node, if tasks {
        enum(tight: tight, numbering: n => text(number-type: "lining", signs.at(n - 1)), ..items)
      } else if node.ordered {
        let start = node.at("start", default: 1)
        // Letters and Roman numerals have no zero, and a million of them is no number any more.
        let style = if start < 1 or start + items.len() > 3000 { "1" } else { node.at("numbering", default: "1") }
        enum(tight: tight, start: start, numbering: style + ".", ..items)
      } else {
        list(tight: tight, ..items)
      })
    } else if kind == "table" {
      let inner = (..place, outlined: false, numbered: false)
      let heads = head-rows(node)
      let columns = node.children.first().children.map(cell => cell.at("colspan", default: 1)).sum()
      let head = ()
      let body = ()
      for (y, row) in node.children.enumerate() {
        for cell in row.children {
          let words = spoken(cell, blocks(cell.children, inner))
          let made = table.cell(
            colspan: cell.at("colspan", default: 1),
            rowspan: cell.at("rowspan", default: 1),
            breakable: not fits(cell.children),
            fill: if y < heads { colour("panel-soft") },
            stroke: (bottom: (if y < heads { 0.9pt } else { 0.5pt }) + rule),
            if cell.header { text(font: sans, weight: "semibold", words) } else { words },
          )
          if y < heads { head.push(made) } else { body.push(made) }
        }
      }
      let small = not plain and node.children.len() <= 6 and node.children.all(row => row.children.all(cell => lines-of(cell.children, 25) < 8))
      spoken(node, block(above: 1.4em, below: 1.4em, breakable: not small, width: 100%, {
        if columns > 6 { set text(size: 8pt) }
        table(
          columns: widths-of(node, columns),
          ..(if head.len() > 0 { (table.header(..head),) }),
          ..body,
        )
      }))
    } else if kind == "blockquote" {
      let inner = (..place, outlined: false, numbered: false, quotes: place.quotes + 1)
      let body = blocks(node.children, inner)
      // Below eight quotations in one another there is no room left to move them in.
      spoken(node, quote(block: true, quotes: place.quotes < 8, body))
    } else if kind == "code" {
      raw(node.value, block: true)
    } else if kind == "figure" {
      let path = settings.pictures.at(node.at("asset", default: ""), default: none)
      // The caption stands below and is read after: a caption of the engine's own would be read first.
      let below = if node.caption.len() > 0 { align(center, text(font: sans, size: 9pt, fill: soft, par(justify: false, inlines(node.caption, place)))) }
      spoken(node, block(above: 1.5em, below: 1.5em, breakable: plain, width: 100%, if path == none {
        let shown = if node.alt == "" { words.picture } else { node.alt }
        block(width: 100%, breakable: plain, stroke: (thickness: 0.6pt, paint: rule, dash: "dashed"), inset: 10pt, text(font: sans, size: 9pt, fill: soft, par(justify: false, shown)))
        below
      } else if node.alt == "" {
        align(center, pdf.artifact(picture(path)))
        below
      } else {
        figure(picture(path, alt: node.alt))
        below
      }))
    } else if kind == "callout" {
      let inner = (..place, outlined: false, numbered: false, boxes: place.boxes + 1)
      let (strong-name, soft-name) = (node.tone + "-strong", node.tone + "-soft")
      let body = blocks(node.children, inner)
      // The question of a group is what everything after it answers: it is read first and from afar.
      if node.tone == "accent" { body = text(size: 13pt, style: "italic", body) }
      let details = ()
      for detail in node.details { details.push(detail-line(detail, place)) }
      let content = {
        block(sticky: not plain, below: 0.7em, text(font: sans, size: 9pt, weight: "bold", fill: colour(strong-name), par(justify: false, node.label)))
        body
        if details.len() > 0 { block(above: 0.9em, stack(spacing: 0.5em, ..details)) }
      }
      // Boxes in boxes are drawn twice, and only named below that.
      let box-of-words = if place.boxes > 2 { content } else { block(
        width: 100%,
        breakable: not fits(node.children),
        above: 1.3em,
        below: 1.3em,
        inset: (left: 12pt, right: 12pt, y: 10pt),
        radius: (right: 3pt),
        fill: colour(soft-name),
        stroke: (left: 2.5pt + colour(strong-name)),
        content,
      ) }
      if "anchor" in node { [#box-of-words#label(node.anchor)] } else { box-of-words }
    } else if kind == "thematicBreak" {
      align(center, block(above: 1.6em, below: 1.6em, line(length: 18%, stroke: 0.6pt + rule)))
    } else {
      panic("no such block: " + kind)
    }
  }
}
`;
