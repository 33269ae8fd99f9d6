/** `blocks.typ`: every block of a report. Its text is only ever data: a string that is shown, never markup that is read. */
export const blocksTemplate = String.raw`// One branch for each block of the report tree. A function is called once for each level of the tree, because the
// engine stops at 80 calls inside one another.
#import "look.typ": *
#import "inlines.typ": inlines, spoken, with-keycaps
#import "measures.typ": affords, columns-of, fits, flat, head-rows, height-of, inset, least-picture, page-height, plain, repeatable, things, widths-in, words-of

// Asks for so much room on the page and takes none of it.
#let needing(height) = block(height: height, width: 1pt, above: 0pt, below: 0pt, breakable: false) + v(-height)

// The cells of a table in their columns.
#let side-by-side(cells, heads, (columns, tight, ..)) = {
  let made = cells.map(cell => table.cell(
    ..cell.at,
    breakable: cell.breakable,
    fill: if cell.row < heads { colour("panel-soft") },
    stroke: (bottom: (if cell.row < heads { 0.9pt } else { 0.5pt }) + rule),
    cell.body,
  ))
  let count = cells.position(cell => cell.row >= heads)
  let size = if tight { 7pt } else if columns.len() > 8 { 8pt } else { 9.5pt }
  show table.cell: set text(size: size)
  set table(inset: (x: inset / 4, y: 4pt)) if tight
  table(columns: columns, ..(if heads > 0 { (table.header(..made.slice(0, count)),) }), ..made.slice(count))
}

// The cells of a table one below the other, a line after each row: for where there is no room to have them side by side.
#let stacked(cells) = {
  let last = cells.len() - 1
  table(columns: 1, ..cells.enumerate().map(((at, cell)) => table.cell(
    breakable: cell.breakable,
    stroke: (bottom: if at == last or cells.at(at + 1).row != cell.row { 0.9pt + rule } else { (paint: rule, thickness: 0.5pt, dash: "dotted") }),
    cell.body,
  )))
}

// Cells whose first and last rows stay with a neighbour: no row of a table stands alone at the foot or the head of a page. A row
// that others reach into is left as it is, and so is what is too high to ask for.
#let paired(cells, heads, rows) = {
  let heights = (0pt,) * rows
  let whole = (true,) * rows
  for cell in cells {
    heights.at(cell.row) = calc.max(heights.at(cell.row), cell.height + 10pt)
    if cell.at.rowspan > 1 { for y in range(cell.row, calc.min(rows, cell.row + cell.at.rowspan)) { whole.at(y) = false } }
  }
  let needs = (:)
  for first in (heads, rows - 2) {
    // The letters of a table are small.
    let height = (heights.at(first) + heights.at(first + 1)) * 0.85
    if whole.at(first) and whole.at(first + 1) and height < page-height * 0.7 { needs.insert(str(first), height) }
  }
  cells.map(cell => {
    let height = needs.at(str(cell.row), default: none)
    // A row is asked whether it may break before its cells are asked what they need: with that much room it does not.
    if height == none { cell } else { (..cell, breakable: true, body: if cell.first { needing(height) } + cell.body) }
  })
}

// Cells that may break where another one of a row they stand in may: for one that may not, the engine keeps the whole row on its
// page, and what is higher than a page is lost below its foot.
#let by-row(cells, rows) = {
  let breaks = (false,) * rows
  for cell in cells { if cell.breakable { breaks.at(cell.row) = true } }
  cells.map(cell => (..cell, breakable: breaks.slice(cell.row, calc.min(rows, cell.row + cell.at.rowspan)).any(it => it)))
}

// A picture no wider than its place and no higher than half a page; never so narrow that the engine would leave it out.
#let picture(path, ..options) = layout(space => {
  let natural = measure(image(path))
  let room = calc.max(least-picture, if space.width.pt().is-infinite() { 12cm } else { space.width })
  let width = calc.min(natural.width, room)
  let height = natural.height * (width / natural.width)
  if height > 10cm { width = width * (10cm / height) }
  image(path, width: width, ..options)
})

#let detail-line(detail, place) = {
  set text(font: sans, size: 9pt, number-type: "lining")
  set par(justify: false)
  par(text(fill: soft, weight: "semibold", detail.label + words.colon) + inlines(detail.value, place))
}

// Whether a paragraph announces what follows it: "as follows:".
#let announces(node, next) = next != none and next.type in ("list", "table", "code", "blockquote", "figure") and words-of(node.children).trim().ends-with(":")

#let blocks(nodes, place) = {
  for (at, node) in nodes.enumerate() {
    let kind = node.type
    if kind == "paragraph" {
      let stays = not plain and not place.cell and announces(node, nodes.at(at + 1, default: none))
      if node.children.len() > 0 {
        let body = par(inlines(node.children, place))
        spoken(node, if stays { block(sticky: true, above: 1em, below: 1em, body) } else { body })
      }
    } else if kind == "section" {
      let inner = (..place, level: place.level + 1)
      let numbered = place.numbered and place.level == 2
      spoken(node, {
        // PDF has six levels of titles; what is below them is told to be on the sixth, where it would be no title at all.
        [#heading(
          level: calc.min(place.level, sizes.len()),
          outlined: place.outlined and place.level <= 3,
          bookmarked: true,
          numbering: if numbered { "1.1" },
          inlines(node.title, place),
        )#label(node.anchor)]
        blocks(node.children, inner)
      })
    } else if kind == "list" {
      let inner = (..place, outlined: false, numbered: false, spent: place.spent + things.list, room: place.room - 24pt)
      let tasks = not node.ordered and node.children.all(item => "checked" in item)
      let items = ()
      let signs = ()
      for item in node.children {
        let children = item.children
        if "checked" in item {
          let sign = if item.checked { "☑" } else { "☐" }
          signs.push(sign)
          // Where items have numbers, the sign is the first word of the item, in a paragraph like all words: the engine
          // breaks down over words beside paragraphs where they hold notes and a page ends.
          if not tasks {
            let (first, ..others) = children
            let is-paragraph = first.type == "paragraph"
            let said = ((type: "text", value: sign + " "),) + if is-paragraph { first.children }
            children = ((if is-paragraph { first } else { (type: "paragraph") }) + (children: said),) + if is-paragraph { others } else { children }
          }
        }
        items.push(spoken(item, blocks(children, inner)))
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
    } else if kind == "table" and flat {
      let inner = (..place, outlined: false, numbered: false, cell: true)
      spoken(node, for row in node.children {
        for cell in row.children { spoken(cell, blocks(cell.children, inner)) }
        block(line(length: 100%, stroke: 0.5pt + rule))
      })
    } else if kind == "table" {
      // Where tables stand so deep in others that the engine could set no more, they have no room side by side either.
      let free = affords(place, (node,), 2)
      let known = columns-of(node)
      let found = if free { widths-in(place.room, known) }
      let (widths, inset) = if found == none { ((place.room,), inset) } else { (found.widths, if found.tight { inset / 2 } else { inset }) }
      let inner = (..place, outlined: false, numbered: false, cell: true, spent: place.spent + things.table + if free { 2 } else { 0 })
      let cells = ()
      let high = 0pt
      for (y, row) in node.children.enumerate() {
        let x = 0
        let highest = 0pt
        for cell in row.children {
          let (colspan, rowspan) = (cell.at("colspan", default: 1), cell.at("rowspan", default: 1))
          // Where cells of rows above reach into this one, it is not known which column it is: the narrowest is not too wide.
          let width = if found == none { place.room } else if x + colspan <= widths.len() and not known.reached.at(y) { widths.slice(x, x + colspan).sum() } else { calc.min(..widths) * colspan }
          let room = calc.max(width - inset, least-picture)
          let height = height-of(cell.children, room)
          let words = spoken(cell, blocks(cell.children, (..inner, room: room)))
          cells.push((
            body: if cell.header { text(font: sans, weight: "semibold", words) } else { words },
            at: (colspan: colspan, rowspan: rowspan),
            first: x == 0,
            height: height,
            breakable: not fits(cell.children, (..inner, room: room)),
            repeatable: repeatable(cell, room),
            row: y,
          ))
          highest = calc.max(highest, height / rowspan)
          x += colspan
        }
        high += highest + 10pt
      }
      let rows = node.children.len()
      let heads = head-rows(node, cells)
      spoken(node, if not free { stacked(cells) } else {
        let small = not plain and rows <= 6 and high < page-height / 2
        block(above: 1.4em, below: 1.4em, breakable: not small, width: 100%, if found == none { stacked(cells) } else {
          let cells = by-row(cells, rows)
          side-by-side(if plain or place.cell or small or rows - heads < 4 { cells } else { paired(cells, heads, rows) }, heads, found)
        })
      })
    } else if kind == "blockquote" {
      // Below eight quotations in one another there is no room left to move them in.
      let moved = place.quotes < 8 and affords(place, (node,), 2)
      let spent = place.spent + things.blockquote + if moved { 2 } else { 0 }
      let body = blocks(node.children, (..place, outlined: false, numbered: false, quotes: place.quotes + 1, spent: spent, room: place.room - if moved { 13pt } else { 0pt }))
      spoken(node, quote(block: true, quotes: moved, body))
    } else if kind == "code" {
      with-keycaps(node.value, raw(node.value, block: true))
    } else if kind == "figure" {
      let path = settings.pictures.at(node.at("asset", default: ""), default: none)
      // The caption stands below and is read after: a caption of the engine's own would be read first.
      let below = if node.caption.len() > 0 { align(center, text(font: sans, size: 9pt, fill: soft, par(justify: false, inlines(node.caption, place)))) }
      // A caption or a description may be longer than a page.
      let breakable = not fits((node,), place)
      spoken(node, block(above: 1.5em, below: 1.5em, breakable: breakable, width: 100%, if path == none {
        let shown = if node.alt == "" { words.picture } else { node.alt }
        block(width: 100%, breakable: breakable, stroke: (thickness: 0.6pt, paint: rule, dash: "dashed"), inset: 10pt, text(font: sans, size: 9pt, fill: soft, par(justify: false, shown)))
        below
      } else if node.alt == "" {
        align(center, pdf.artifact(picture(path)))
        below
      } else {
        figure(picture(path, alt: node.alt))
        below
      }))
    } else if kind == "callout" {
      // Boxes in boxes are drawn to the third level, and only named below that.
      let drawn = place.boxes < 3 and affords(place, (node,), 2)
      // One that may just fit is set to be measured first.
      let whole = fits((node,), place)
      let measured = not (whole or plain or place.cell) and height-of((node,), place.room) < 2 * page-height and affords(place, (node,), 4)
      let spent = place.spent + things.callout + if measured { 4 } else if drawn { 2 } else { 0 }
      let inner = (..place, outlined: false, numbered: false, boxes: place.boxes + 1, spent: spent, room: place.room - if drawn { 27pt } else { 0pt })
      let (strong-name, soft-name) = (node.tone + "-strong", node.tone + "-soft")
      let body = blocks(node.children, inner)
      // The question of a group is what everything after it answers: it is read first and from afar.
      if node.tone == "accent" { body = text(size: 13pt, style: "italic", body) }
      let details = ()
      for detail in node.details { details.push(detail-line(detail, place)) }
      let name = block(sticky: not plain, below: 0.7em, text(font: sans, size: 9pt, weight: "bold", fill: colour(strong-name), par(justify: false, node.label)))
      let content = {
        // The engine may lose the label of a mere sequence, which a box that is not drawn is: what leads to it leads to its name.
        if "anchor" in node and not drawn [#name#label(node.anchor)] else { name }
        body
        if details.len() > 0 { block(above: 0.9em, stack(spacing: 0.5em, ..details)) }
      }
      let box-of-words = if not drawn { content } else {
        let made(breakable) = block(
          width: 100%,
          breakable: breakable,
          above: 1.3em,
          below: 1.3em,
          inset: (left: 12pt, right: 12pt, y: 10pt),
          radius: (right: 3pt),
          fill: colour(soft-name),
          stroke: (left: 2.5pt + colour(strong-name)),
          content,
        )
        if whole { made(false) } else if drawn and measured {
          layout(space => made(measure(made(true), width: space.width).height > page-height))
        } else { made(true) }
      }
      if "anchor" in node and drawn { [#box-of-words#label(node.anchor)] } else { box-of-words }
    } else if kind == "thematicBreak" {
      align(center, block(above: 1.6em, below: 1.6em, line(length: 18%, stroke: 0.6pt + rule)))
    } else {
      panic("no such block: " + kind)
    }
  }
}
`;
