/** `measures.typ`: how much room the nodes of a report take, and what follows from it for tables and for what stands deep in others. */
export const measuresTemplate = String.raw`// Nothing here is shown: it is how much room nodes take on a page, in a line, and inside one another.

// The engine stumbles over a few arrangements of links, heads of tables and boxes that may not break: asked
// to be plain, it gets none of them. Asked to be flat, it gets neither tables nor notes either, which it stumbles over
// where a page ends: the words of cells stand one below the other, those of a note in its line.
#let flat = "flat" in sys.inputs
#let plain = flat or "plain" in sys.inputs

// All words of some nodes, parted by blanks; those of notes stand elsewhere.
#let words-of(nodes) = {
  let found = ""
  for node in nodes.filter(node => node.type != "footnote") {
    if "value" in node { found += node.value + " " }
    if "label" in node { found += node.label + " " }
    if "title" in node { found += words-of(node.title) }
    if "caption" in node { found += words-of(node.caption) }
    if "children" in node { found += words-of(node.children) }
  }
  found
}

#let letter = 5.4pt
#let inset = 12pt
#let line-height = 15.2pt
#let least-picture = 36pt
// Shorter than a word: what follows is hyphenated.
#let syllable = 4

#let letters-of(nodes) = calc.min(syllable, calc.max(0, ..words-of(nodes).split(" ").map(word => word.clusters().len())))

// The least width in which some blocks can still be read: a syllable, a picture that can be made out, and what they are moved in.
#let least-of(nodes) = {
  let least = 0pt
  for node in nodes {
    let kind = node.type
    let needed = if kind == "figure" { calc.max(least-picture, letters-of(node.caption) * letter) }
      else if kind == "table" { inset + calc.max(..node.children.map(row => least-of(row.children))) }
      else if kind == "tableRow" or kind == "tableCell" or kind == "section" { least-of(node.children) }
      else if kind == "list" { 16pt + least-of(node.children) }
      else if kind == "listItem" { 6pt + least-of(node.children) }
      else if kind == "blockquote" { 12pt + least-of(node.children) }
      else if kind == "callout" { 27pt + calc.max(least-of(node.children), syllable * letter) }
      else if kind == "code" { 16pt + syllable * letter }
      else { letters-of((node,)) * letter }
    least = calc.max(least, needed)
  }
  least
}

// About how high some blocks are in a column of some width: rather too high than too low, because what may not break has to
// fit on a page, or it would run off its foot.
#let height-of(nodes, room) = {
  let height = 0pt
  // The last letters of a line often stay empty.
  let letters = calc.max(3, calc.floor(room / letter) - 3)
  for node in nodes {
    let kind = node.type
    height += if kind == "paragraph" {
      let words = words-of(node.children)
      let breaks = if words == "" { 0 } else { repr(node.children).matches("\"break\"").len() }
      10.5pt + line-height * (1 + breaks + calc.quo(words.len(), letters))
    }
    else if kind == "section" { 60pt + 24pt * calc.quo(words-of(node.title).len(), calc.max(1, calc.quo(letters, 2))) + height-of(node.children, room) }
    else if kind == "list" {
      let items = 12pt
      for item in node.children { items += 8pt + height-of(item.children, room - 24pt) }
      items
    }
    else if kind == "table" {
      let rows = 30pt
      for row in node.children {
        let highest = 0pt
        for cell in row.children { highest = calc.max(highest, height-of(cell.children, room / row.children.len() - inset)) }
        rows += 10pt + highest
      }
      rows
    }
    else if kind == "blockquote" { 4pt + height-of(node.children, room - 13pt) }
    else if kind == "callout" {
      let details = 0pt
      for detail in node.details { details += 10pt + line-height * (1 + calc.quo(detail.label.len() + words-of(detail.value).len(), letters)) }
      80pt + details + height-of(node.children, room - 27pt) * if node.tone == "accent" { 1.6 } else { 1 }
    }
    else if kind == "code" {
      let lines = 0
      for row in node.value.split("\n") { lines += 1 + calc.quo(row.len(), letters) }
      40pt + line-height * lines
    }
    else if kind == "figure" { 330pt + line-height * calc.quo(words-of(node.caption).len() + node.alt.len(), letters) }
    else { 50pt }
  }
  height
}

// Less than a page, by so much that a title above has room, too.
#let page-height = 600pt
// Less than what the repeated head of a table leaves of a page.
#let cell-height = 400pt

// Whether some blocks may be kept on one page.
#let fits(nodes, place) = not plain and height-of(nodes, place.room) < if place.cell { cell-height } else { page-height }

// Whether a cell is fit to be repeated on every page: a few words. A note would be printed again, a place that others lead
// to would be there twice, and a tall head would leave no room for what it is the head of.
#let repeatable(cell, room) = not plain and (
  not repr(cell.children).contains("anchor: ") and not repr(cell.children).contains("\"footnote\"") and height-of(cell.children, room) < 110pt
)

// The rows at the top that are made of header cells only, unless a cell reaches down out of them
// or they are not fit to be repeated.
#let head-rows(node, cells) = {
  let count = node.children.position(row => row.children.len() == 0 or row.children.any(cell => not cell.header))
  if count == none { count = node.children.len() }
  let reach = node.children.slice(0, count).enumerate().all(((y, row)) => row.children.all(cell => y + cell.at("rowspan", default: 1) <= count))
  // A table of nothing but headers has nothing to repeat them for.
  if not plain and reach and count < node.children.len() and cells.all(cell => cell.row >= count or cell.repeatable) { count } else { 0 }
}

// The engine lays at most 64 things inside one another, and most nodes are several things to it. How many some nodes are at least,
// each in its plainest form:
#let things = (
  table: 4, list: 2, blockquote: 1, callout: 1, figure: 6, code: 4, paragraph: 3, section: 2, link: 3, reference: 3, footnote: 2,
  emphasis: 1, strong: 1, delete: 1, subscript: 1, superscript: 1, inlineCode: 1,
)
#let depth-of(nodes) = {
  let depth = 0
  for node in nodes {
    let below = if node.type != "footnote" and "children" in node { depth-of(node.children) } else { 0 }
    depth = calc.max(depth, things.at(node.type, default: 0) + below)
  }
  depth
}
#let most-things = 58

// Whether nodes in a place can be given a form that is some more things than the plainest.
#let affords(place, nodes, more) = place.spent + more + depth-of(nodes) <= most-things

// What is known of the columns of a table: how many letters each holds, its longest word and its longest day with its month, and the width it cannot do without.
#let columns-of(node) = {
  let count = node.children.first().children.map(cell => cell.at("colspan", default: 1)).sum()
  let letters = (0,) * count
  let word = (4,) * count
  let day = (0,) * count
  let least = (0pt,) * count
  let covered = (0,) * count
  let reached = ()
  let empty = (true,) * count
  for row in node.children.filter(row => row.children.any(cell => not cell.header)) {
    for (x, cell) in row.children.enumerate() { if words-of(cell.children) != "" { empty.at(calc.min(x, count - 1)) = false } }
  }
  for row in node.children {
    reached.push(covered.any(rows => rows > 0))
    let x = 0
    for cell in row.children {
      while x < count and covered.at(x) > 0 { x += 1 }
      let span = cell.at("colspan", default: 1)
      if span == 1 and x < count {
        let said = words-of(cell.children)
        letters.at(x) = calc.max(letters.at(x), said.clusters().len())
        // The head of a column in which nothing stands needs no more than a line it can be broken in.
        let longest = if empty.at(x) { 7 } else { 22 }
        word.at(x) = calc.max(word.at(x), ..said.split(" ").map(it => calc.min(it.clusters().len(), longest)))
        day.at(x) = calc.max(day.at(x), ..said.matches(regex("\\d+\\s\\pL+")).map(it => calc.min(it.text.clusters().len() + 1, 14)))
      }
      let needed = least-of(cell.children) / span
      for at in range(x, calc.min(x + span, count)) {
        covered.at(at) = cell.at("rowspan", default: 1)
        least.at(at) = calc.max(least.at(at), needed)
      }
      x += span
    }
    covered = covered.map(rows => calc.max(rows - 1, 0))
  }
  (count: count, letters: letters, word: word, day: day, least: least, reached: reached)
}

// How wide the columns of a table are in some room: as their words where all are short; else in proportion to what they
// hold, so that none is squeezed and none stands empty. The root keeps a long column from taking it all. A table of very many
// columns is set tight; none where there is not enough room to have them side by side at all.
// The room is about right, so each column is a share of what there is.
#let widths-in(room, (count, letters, word, day, least, ..)) = {
  let tight = least.sum() + inset * count > room
  let least = least.map(width => if tight { width * 0.7 + inset / 2 } else { width + inset })
  if least.sum() > room { return none }
  if letters.sum() < 70 and calc.max(..least) * count <= room or count == 1 { return (columns: (auto,) * count, widths: (room / count,) * count, tight: tight) }
  // A column has room for a day and its month, and for its longest word, or as much of it as all columns can have; hyphens do the rest.
  let kept = least
  for longest in (5, 7, 9, 11, 13, 16, 22) {
    let wishes = range(count).map(at => calc.max(least.at(at), if tight { 0pt } else { calc.max(calc.min(word.at(at), longest), day.at(at)) * 5.1pt + inset }))
    if wishes.sum() <= room * 80% { kept = wishes }
  }
  // What is left goes to the columns whose share of it all is larger than that.
  let shares = letters.zip(word).map(((count, least)) => calc.max(least, calc.sqrt(count * 12)))
  let more = range(count).map(at => calc.max(room * (shares.at(at) / shares.sum()) - kept.at(at), 0pt))
  let left = room - kept.sum()
  let widths = range(count).map(at => kept.at(at) + if more.sum() > 0pt { left * (more.at(at) / more.sum()) } else { left / count })
  (columns: widths.map(width => width.pt() * 1fr), widths: widths, tight: tight)
}
`;
