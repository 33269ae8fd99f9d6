/** `inlines.typ`: every inline of a report, and the language of a passage. Its text is only ever data, as that of blocks. */
export const inlinesTemplate = String.raw`// What stands in a line.
#import "look.typ": *
#import "measures.typ": flat, plain, words-of

// Languages that are written to the left.
#let to-the-left = ("ar", "dv", "fa", "he", "ks", "pa", "ps", "sd", "ug", "ur", "yi")

// A passage in another language or direction. Only codes the engine knows the shape of are handed over.
#let spoken(node, body, in-line: false) = {
  let options = (:)
  let left = node.at("dir", default: none) == "rtl"
  if "lang" in node {
    let tags = lower(node.lang).split("-")
    if tags.first().match(regex("^[a-z]{2,3}$")) != none {
      options.lang = tags.first()
      let region = tags.slice(1).find(tag => tag.match(regex("^[a-z]{2}$")) != none)
      if region != none { options.region = upper(region) }
      if "dir" not in node {
        options.dir = auto
        left = tags.first() in to-the-left
      }
    }
  }
  if "dir" in node { options.dir = if left { rtl } else { ltr } }
  if options.len() == 0 { return body }
  // The engine breaks down over a line to the left that is hyphenated and begins with a link: it takes the hyphen, which stands
  // at its other end, for a part of the link.
  if left or not in-line { options.hyphenate = not left }
  show "\u{AD}": it => if left { none } else { it }
  text(..options, body)
}

// A digit in a key (1️⃣) is one sign in one font alone; others draw the key beside the digit, over what stands before it.
#let with-keycaps(words, body) = {
  if not words.contains("\u{20E3}") { return body }
  show regex("[0-9#*]\u{FE0F}?\u{20E3}"): set text(font: "Noto Emoji")
  body
}

// Inlines; place.bare leaves out links and notes, for the list of contents and the head of a page.
#let inlines(nodes, place) = {
  for node in nodes {
    let kind = node.type
    if kind == "text" { with-keycaps(node.value, [#node.value]) }
    else if kind == "emphasis" { emph(inlines(node.children, place)) }
    else if kind == "strong" { strong(inlines(node.children, place)) }
    else if kind == "delete" { strike(inlines(node.children, (..place, struck: true))) }
    else if kind == "subscript" { sub(inlines(node.children, place)) }
    else if kind == "superscript" { super(inlines(node.children, place)) }
    else if kind == "inlineCode" { with-keycaps(node.value, raw(node.value)) }
    else if kind == "span" { spoken(node, inlines(node.children, place), in-line: true) }
    else if kind == "break" { if place.bare { " " } else { linebreak() } }
    else if kind == "link" or kind == "reference" {
      let body = inlines(node.children, place)
      if place.bare or plain { body } else {
        let target = if kind == "link" { node.url } else { label(node.target) }
        // PDF/UA allows one line through or under a word, not two.
        let struck = place.struck or repr(node.children).contains("\"delete\"")
        link(target, text(fill: accent, if struck { body } else { underline(stroke: 0.4pt + accent, offset: 2pt, body) }))
        // The engine breaks down over a word that begins with a link and is hyphenated right behind it: no line ends there.
        if words-of(node.children).trim().ends-with(regex("[\\pL\\pM\u{AD}]$")) { sym.wj }
      }
    }
    else if kind == "footnote" and flat { if not place.bare { " [" + inlines(node.children, place) + "] " } }
    else if kind == "footnote" { if not place.bare { footnote((place.blocks)(node.children, (..place, struck: false, spent: 0, cell: true, room: page-width))) } }
    else if flat {
      // A block of a note, in the line of the note.
      if "checked" in node { if node.checked { "☑ " } else { "☐ " } }
      if "alt" in node { [#node.alt ] }
      if "label" in node { [#node.label ] }
      if "value" in node { with-keycaps(node.value, raw(node.value)) }
      for part in ("title", "caption", "children") { inlines(node.at(part, default: ()), place) }
      for detail in node.at("details", default: ()) { [ #detail.label] + words.colon + inlines(detail.value, place) }
      " "
    }
    else { panic("no such inline: " + kind) }
  }
}
`;
