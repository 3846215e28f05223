import { buffer } from 'node:stream/consumers';
import type { Font } from 'fontkit';
import PdfWriter from 'pdfkit';
import type { Document } from '../render/index.ts';
import { oneLine } from '../text/index.ts';
import type { Faces } from './faces.ts';
import { INK } from './look.ts';
import {
  PAGE,
  type DrawingMark,
  type Mark,
  type Page,
  type PictureMark,
  type PlaceMark,
  type Stroke,
  type TextMark,
} from './page.ts';
import type { Run } from './run.ts';
import { StructureTree } from './structure-tree.ts';

/** What a file says of itself beside its pages. */
export interface Imprint {
  readonly language: string;
  readonly madeAt: Date;
}

/** Writes pages as a PDF: text that can be selected and searched, links, bookmarks, and a structure tree. */
export async function paint(
  pages: readonly Page[],
  document: Document,
  faces: Faces,
  imprint: Imprint,
): Promise<Uint8Array> {
  const pdf = opened(document, faces, imprint);
  const bytes = buffer(pdf);
  const tree = new StructureTree(pdf);
  const painting = { faces, pdf, tree, bookmarks: bookmarking(pdf) };
  for (const { backgrounds, marks } of pages) {
    pdf.addPage();
    for (const mark of [...backgrounds, ...marks]) paintMark(mark, painting);
    tree.leavePage();
  }
  tree.end();
  pdf.end();
  return new Uint8Array(await bytes);
}

type Pdf = PDFKit.PDFDocument;

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** PDFKit takes open fonts as well, which its types do not say. */
      registerFont(name: string, font: Font): this;
    }
    interface TextOptions {
      /** Measured already: else PDFKit measures again. */
      textWidth?: number;
      wordCount?: number;
    }
  }
}

function opened({ title, marking }: Document, { fonts }: Faces, { language, madeAt }: Imprint): Pdf {
  const pdf = new PdfWriter({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: oneLine(title),
      Creator: 'Foeprint',
      Producer: 'Foeprint',
      CreationDate: madeAt,
      ...(marking === undefined ? {} : { Keywords: oneLine(marking), Subject: oneLine(marking) }),
    },
  });
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);
  return pdf;
}

interface Painting {
  readonly faces: Faces;
  readonly pdf: Pdf;
  readonly tree: StructureTree;
  readonly bookmarks: (place: PlaceMark) => void;
}

const PAINTERS: {
  readonly [Kind in Mark['kind']]: (mark: Extract<Mark, { kind: Kind }>, painting: Painting) => void;
} = {
  text: paintText,
  box: ({ left, top, width, height, color }, { pdf, tree }) => {
    tree.decorate();
    pdf.rect(left, top, width, height).fill(color);
  },
  picture: paintPicture,
  drawing: paintDrawing,
  part: (mark, { tree }) => {
    tree.elementOf(mark.part);
  },
  place: (mark, { pdf, bookmarks }) => {
    pdf.addNamedDestination(mark.anchor, 'XYZ', 0, mark.top - 6, 0);
    bookmarks(mark);
  },
};

function paintMark<Kind extends Mark['kind']>(mark: Extract<Mark, { kind: Kind }>, painting: Painting): void {
  PAINTERS[mark.kind](mark, painting);
}

function paintText({ line, left, baseline, isDecoration }: TextMark, painting: Painting): void {
  const { tree } = painting;
  let x = left;
  for (const run of line.runs) {
    if (isDecoration) tree.decorate();
    else tree.enter(run.part);
    const width = paintRun(run, x, baseline, painting);
    if (run.target !== undefined) paintTarget(run, x, baseline, width, painting);
    x += width;
  }
}

/** @returns its width in points */
function paintRun(
  { text, face, size, color }: Run,
  x: number,
  baseline: number,
  { pdf, faces }: Painting,
): number {
  pdf.font(face).fontSize(size).fillColor(color);
  const width = faces.width(text, face, size);
  pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', textWidth: width, wordCount: 1 });
  return width;
}

function paintTarget(run: Run, x: number, baseline: number, width: number, { pdf, tree }: Painting): void {
  const area = [x, baseline - run.size * 0.85, width, run.size * 1.15] as const;
  const options = { Border: [0, 0, 0], structParent: tree.elementOf(run.part) };
  if (run.target?.kind === 'web') {
    pdf.link(...area, run.target.address, options);
    tree.decorate();
    pdf.rect(x, baseline + 1.3, width, 0.4).fill(INK.underline);
  }
  if (run.target?.kind === 'heading') pdf.goTo(...area, run.target.anchor, options);
}

function paintPicture(mark: PictureMark, { pdf, tree }: Painting): void {
  const { left, top, width, height, image } = mark;
  tree.enter(mark.part);
  pdf.image(Buffer.from(image), left, top, { width, height });
}

function paintDrawing({ left, top, scale, strokes, part }: DrawingMark, painting: Painting): void {
  const { pdf, tree } = painting;
  tree.enter(part);
  pdf.save().transform(scale, 0, 0, scale, left, top);
  for (const stroke of strokes) {
    pdf.save().transform(...stroke.at);
    paintStroke(stroke, painting);
    pdf.restore();
  }
  pdf.restore();
}

function paintStroke(stroke: Stroke, painting: Painting): void {
  if (stroke.kind === 'line') {
    let { x } = stroke;
    for (const run of stroke.runs) x += paintRun(run, x, stroke.y, painting);
    return;
  }
  const { pdf } = painting;
  const { path, fill, stroke: line } = stroke;
  if (fill !== undefined) pdf.path(path).fill(fill);
  if (line !== undefined) pdf.path(path).lineWidth(line.width).stroke(line.color);
}

/** Adds bookmarks, each under the last one of a higher level. */
function bookmarking(pdf: Pdf): Painting['bookmarks'] {
  const open: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];
  return ({ words, level, top }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const above = open.at(-1)?.item ?? pdf.outline;
    // PDFKit counts `left` from the right edge.
    const options = { top: Math.max(0, top - 6), left: PAGE.width, expanded: level === 2 };
    open.push({ level, item: above.addItem(words, options) });
  };
}
