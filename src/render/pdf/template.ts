import { light } from '../../threat/index.ts';

/** Room for text on an A4 page within its margins, in points. */
export const FRAME = { width: 483.28, height: 713.89 } as const;

/**
 * How pages look, in Typst's language: the same for every document. The document comes as data ({@link PageData}), so no string of it is
 * ever read as markup and none needs escaping. A line feed within a text is where a long word may be broken.
 */
export const TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let ink = rgb("${light('ink')}")
#let muted = rgb("${light('ink-3')}")
#let rule = rgb("${light('line')}")
#let edge = rgb("${light('edge')}")
#let marker = rgb("${light('marker')}")

#set document(
  title: doc.title,
  keywords: if "marking" in doc { doc.marking.text } else { () },
  date: if "date" in doc { datetime(..doc.date) },
)
#set text(
  font: "Arimo", size: 10pt, fill: ink, lang: doc.lang, region: doc.at("region", default: none),
  fallback: false, hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em,
)
#set par(leading: 4.4pt, spacing: 10pt, linebreaks: "simple")
#set block(spacing: 10pt)

#let broken(text) = text.split("\n").join(h(0.0001pt))
#let inline(piece) = {
  if type(piece) == str { broken(piece) }
  else if piece.kind == "strong" { strong(broken(piece.text)) }
  else if piece.kind == "emphasis" { emph(broken(piece.text)) }
  else if piece.kind == "code" { piece.text.split("\n").map(raw).join(h(0.0001pt)) }
  else {
    let leads = link(if "section" in piece { label(piece.section) } else { piece.address }, broken(piece.text))
    underline(stroke: 0.5pt + (if piece.kind == "reference" { rule } else { edge }), offset: 1.5pt, leads)
  }
}
#let words(content) = {
  let body = content.pieces.map(inline).join()
  if "rtl" in content { text(dir: rtl, body) } else { body }
}
#let flow(content) = if "rtl" in content { align(right, words(content)) } else { words(content) }
#let paragraph(content) = if "rtl" in content { set text(dir: rtl); align(right, par(words(content))) } else { par(words(content)) }
#show raw: set text(font: ("Cousine", "Arimo"), size: 1.125em, weight: "regular", style: "normal")

#let small(size, leading, body) = {
  set text(size: size, fill: muted)
  set par(leading: leading - size, spacing: leading - size + 4pt)
  body
}

#let marking = if "marking" in doc {
  box(fill: black, inset: (x: 5pt, y: 2pt), text(
    size: 10pt, weight: "bold", fill: rgb(doc.marking.color), doc.marking.text,
  ))
}
#set page(
  paper: "a4", margin: (x: 56pt, top: 62pt, bottom: 66pt), header-ascent: 15pt, footer-descent: 16pt,
  header: context {
    let isFirst = counter(page).get().first() == 1
    small(7.5pt, 10pt, block(
      width: 100%, inset: (bottom: 4pt), stroke: if not isFirst { (bottom: 0.5pt + rule) },
      grid(columns: (1fr, auto), align: bottom, if not isFirst { doc.shortTitle }, marking),
    ))
  },
  footer: context small(7.5pt, 10pt, grid(
    columns: (1fr, auto, auto),
    doc.shortNotice,
    [Page #counter(page).display() of #counter(page).final().first()],
    if marking != none { pad(left: 12pt, marking) },
  )),
)

#show title: set text(size: 21pt, weight: "bold")
#show title: set par(leading: 5pt)
#show title: set block(below: 14pt)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 14.5pt)
#show heading.where(level: 1): set block(above: if doc.dense { 14pt } else { 28pt }, below: if doc.dense { 7pt } else { 11pt }, width: 100%, stroke: (top: 1.2pt + ink), inset: (top: 5pt))
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 20pt, below: 9pt)
#show heading.where(level: 3): set text(size: 10pt, fill: muted)
#show heading.where(level: 3): set block(above: 16pt, below: 8pt)

#set list(marker: text(fill: muted, "•"), body-indent: 11.5pt)
#set enum(numbering: number => text(fill: muted, str(number) + "."), number-align: start + top, body-indent: 6pt)
#set figure(numbering: none, supplement: none, gap: 9pt)
#show quote: set pad(x: 0pt)
#show quote: set block(above: 12pt, below: 15pt)
#show figure: set block(above: if doc.dense { 6pt } else { 16pt }, below: if doc.dense { 8pt } else { 18pt })
#show figure.caption: it => small(8.8pt, 12pt, it.body)

#let shown-table(it) = {
  let last = it.columns.len() - 1
  let sides = it.columns.map(column => (left: left, right: right, center: center).at(column.align))
  set text(size: it.size * 1pt)
  set par(leading: it.size * 0.36pt)
  show table: set block(above: if doc.dense { 6pt } else { 12pt }, below: if doc.dense { 8pt } else { 18pt })
  table(
    columns: it.columns.enumerate().map(((at, column)) => (column.width + if at < last { it.gap } else { 0 }) * 1pt),
    align: sides.map(side => side + top),
    stroke: (x, y) => (bottom: if y == 0 { 0.9pt + ink } else { 0.5pt + rule }),
    inset: it.columns.enumerate().map(((at, _)) => (left: 0pt, right: if at < last { it.gap * 1pt } else { 0pt }, y: if doc.dense { 3.2pt } else { 4.5pt })),
    table.header(..it.head.cells.zip(sides).map(((content, side)) => table.cell(
      align: side + bottom, breakable: it.head.breakable,
      text(weight: "bold", fill: muted, flow(content)),
    ))),
    ..for row in it.rows { row.cells.map(content => table.cell(breakable: row.breakable, flow(content))) },
  )
}

#let shown(it) = {
  let inner = it.at("blocks", default: ()).map(shown).join()
  let barred(stroke, body) = block(
    width: 100%, stroke: (left: stroke), inset: (left: 13pt), outset: (y: 2pt), above: 12pt, below: 15pt, body,
  )
  if it.kind == "heading" {
    let head = heading(level: it.level, outlined: it.outlined, words(it.content))
    if "section" in it { [#head #label(it.section)] } else { head }
  }
  else if it.kind == "paragraph" { if it.leadsOn { block(sticky: true, paragraph(it.content)) } else { paragraph(it.content) } }
  else if it.kind == "list" {
    let items = it.items.map(each => if each.blocks.len() == 0 { flow(each.content) } else {
      block(sticky: true, flow(each.content)) + each.blocks.map(shown).join()
    })
    (if it.ordered { enum } else { list })(tight: false, spacing: it.spacing * 1pt, ..items)
  }
  else if it.kind == "table" { shown-table(it) }
  else if it.kind == "key-numbers" {
    block(above: 14pt, below: 16pt, breakable: false, grid(
      columns: (1fr,) * 4, column-gutter: 14pt, row-gutter: 12pt,
      ..it.items.map(each => block(width: 100%, stroke: (top: 1.2pt + ink), inset: (top: 5pt), {
        text(size: 18pt, weight: "bold", flow(each.number))
        small(8.8pt, 11.5pt, block(above: 3pt, flow(each.what)))
      })),
    ))
  }
  else if it.kind == "quote" { quote(block: true, { set block(above: 10pt, below: 10pt); barred(2.4pt + marker, inner) }) }
  else if it.kind == "details" {
    barred(1pt + rule, block(sticky: true, strong(paragraph(it.summary))) + inner)
  }
  else if it.kind == "code-block" {
    block(width: 100%, fill: rgb("${light('sunk')}"), inset: 8pt, above: 14pt, below: 16pt, {
      set text(size: 8.4pt)
      set par(leading: 3.2pt)
      show raw: set text(size: 1em / 0.9)
      raw(block: true, it.text)
    })
  }
  else if it.kind == "figure" {
    let drawn = figure(
      image(bytes(it.svg), format: "svg", width: it.width * 1pt, height: it.height * 1pt, alt: it.description),
      caption: if "caption" in it { words(it.caption) },
    )
    if it.at("ownPage", default: false) {
      page(width: (it.width + 112) * 1pt, height: (it.height + 220) * 1pt, drawn)
    } else { drawn }
  }
}

#let contents = context if doc.entries > 1 and counter(page).final().first() > 2 {
  show outline.entry: set text(size: 9.4pt)
  show outline.entry: set block(spacing: 4.2pt)
  set outline.entry(fill: box(width: 100%, height: 3pt, stroke: (bottom: 0.4pt + rule)))
  block(breakable: doc.entries > 40, above: 22pt, below: 24pt, {
    block(sticky: true, below: 7pt, text(weight: "bold", fill: muted, "Contents"))
    outline(title: none, depth: doc.depth, indent: 14pt)
  })
}

#if "drawing" in doc {
  let it = doc.drawing
  page(
    width: it.width * 1pt, height: it.height * 1pt, margin: it.margin * 1pt, header: none, footer: none,
    image(bytes(it.svg), format: "svg", width: 100%, height: 100%, fit: "contain", alt: it.description),
  )
} else {
  title()
  for content in doc.lead { set text(fill: muted, size: 11.5pt); set par(leading: 5pt); paragraph(content) }
  v(8pt)
  doc.blocks.slice(0, doc.contentsAt).map(shown).join()
  contents
  doc.blocks.slice(doc.contentsAt).map(shown).join()
  if doc.notices.len() > 0 {
    v(if doc.dense { 8pt } else { 22pt }, weak: true)
    line(length: 100%, stroke: 0.75pt + rule)
    small(7.8pt, 10.8pt, doc.notices.map(paragraph).join())
  }
}
`;
