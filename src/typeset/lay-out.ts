import { headingAnchors, plain } from '../render/index.ts';
import { oneLine } from '../text/index.ts';
import type { Document, Figure, Heading } from '../render/index.ts';
import { linesOf, widthOf, type Line } from './line.ts';
import { INK, LOOKS } from './look.ts';
import { FRAME, FRAME_WIDTH, PAGE, type Page, type PlaceMark, type TextMark } from './page.ts';
import { PageFlow } from './page-flow.ts';
import { part, type Part } from './part.ts';
import { runsOfText, type Pen, type Run } from './run.ts';
import { setBlocks } from './set-blocks.ts';
import { setText } from './set-text.ts';
import type { Picture, Setting } from './setting.ts';

/** Contents stand before what has more pages than this, and two headings at least. */
const PAGES_WITHOUT_CONTENTS = 2;
/** With contents, which are never as long as what they list: a document of more pages than this is a long one. */
const SURELY_LONG = 2 * PAGES_WITHOUT_CONTENTS + 2;
/** Contents with more entries than this list the upper level only. */
const MOST_ENTRIES = 60;

/** Lays a document out on pages: title, lead, contents, blocks, notices; title and page numbers around them. */
export function layOut(
  document: Document,
  pictures: ReadonlyMap<Figure, Picture>,
  pen: Pen,
): readonly Page[] {
  const { pages } = withContents(document, pictures, pen);
  return pages.map((page, index) => ({
    ...page,
    marks: [...page.marks, ...furniture(document, index, pages.length, pen)],
  }));
}

/** With contents where it is long. One that is long beyond doubt is laid out once. */
function withContents(
  document: Document,
  pictures: ReadonlyMap<Figure, Picture>,
  pen: Pen,
): Pick<PageFlow, 'pages'> {
  const entries = contentsOf(document);
  const without = (): PageFlow => laidOut(document, pictures, pen, []);
  if (entries.length < 2) return without();
  const long = laidOut(document, pictures, pen, entries);
  if (long.pages.length > SURELY_LONG) return long;
  const short = without();
  return short.pages.length <= PAGES_WITHOUT_CONTENTS ? short : long;
}

/** Headings that the contents list. */
function contentsOf({ blocks }: Document): readonly Heading[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const listed = headings.filter(({ level }) => level < 4);
  return listed.length > MOST_ENTRIES ? listed.filter(({ level }) => level === 2) : listed;
}

function laidOut(
  document: Document,
  pictures: ReadonlyMap<Figure, Picture>,
  pen: Pen,
  entries: readonly Heading[],
): PageFlow {
  const flow = new PageFlow();
  const anchors = headingAnchors(document.blocks);
  const within: Part = { type: 'Document', within: undefined };
  const setting: Setting = {
    flow,
    pen,
    left: FRAME.left,
    width: FRAME_WIDTH,
    look: LOOKS.body,
    within,
    anchors,
    plans: new Map(),
    pictures,
  };
  setText(document.title, LOOKS.title, 'H1', setting);
  flow.space(8);
  if (document.lead !== undefined) setText(document.lead, LOOKS.lead, 'P', setting);
  if (document.leftOut !== undefined) setText(document.leftOut, LOOKS.lead, 'P', setting);
  flow.space(14);
  const numbers = setContents(entries, setting);
  setBlocks(document.blocks, setting);
  setNotices(document, setting);
  for (const set of numbers) set(placesOf(flow.pages));
  return flow;
}

/** Puts the page number of an entry of the contents where it belongs, once all headings have a place. */
type SetNumber = (pageOf: ReadonlyMap<string, number>) => void;

/** Sets the contents but for their page numbers. */
function setContents(entries: readonly Heading[], setting: Setting): readonly SetNumber[] {
  if (entries.length === 0) return [];
  const { flow } = setting;
  setText('Contents', LOOKS.heading4, 'P', setting);
  flow.space(3);
  const within = part('TOC', setting.within);
  const numbers = entries.map((entry) => setEntry(entry, { ...setting, within }));
  flow.space(10);
  return numbers;
}

const NUMBER_WIDTH = 30;
/** Around the line that leads from an entry to its page number. */
const LEADER_GAP = 4.5;

function setEntry(heading: Heading, setting: Setting): SetNumber {
  const { flow, pen, anchors } = setting;
  const anchor = anchors.get(heading) ?? '';
  const indent = heading.level === 2 ? 0 : 14;
  const left = setting.left + indent;
  const entryPart = part('Link', part('TOCI', setting.within));
  const target = { kind: 'heading', anchor } as const;
  const look = { ...LOOKS.body, size: 9.4, leading: 13.6 };
  const words = oneLine(plain(heading.content));
  const runs = runsOfText(words, { ...look, target }, entryPart, pen);
  const lines = linesOf(runs, setting.width - indent - NUMBER_WIDTH, pen);
  flow.lines(lines, look, () => left);
  const { page, y } = flow.end;
  return (pageOf) => {
    const number = runsOfText(
      String((pageOf.get(anchor) ?? 0) + 1),
      { ...look, target, color: INK.muted },
      entryPart,
      pen,
    );
    const line = lineOf(number, pen);
    const start = left + (lines.at(-1)?.width ?? 0) + LEADER_GAP;
    flow.draw(
      {
        kind: 'box',
        left: start,
        top: y - LEADER_GAP,
        width: Math.max(0, FRAME.right - line.width - LEADER_GAP - start),
        height: 0.4,
        color: INK.line,
      },
      page,
    );
    flow.drawLineOn(page, line, look, FRAME.right - line.width, y - look.leading);
  };
}

function placesOf(pages: readonly Page[]): ReadonlyMap<string, number> {
  return new Map(
    pages.flatMap(({ marks }, page) =>
      marks
        .filter((mark): mark is PlaceMark => mark.kind === 'place')
        .map(({ anchor }) => [anchor, page] as const),
    ),
  );
}

/** Copyright and licence statements, and which characters could not be shown. */
function setNotices({ notices = [] }: Document, setting: Setting): void {
  const { flow, pen, left, width } = setting;
  const said = [...notices, ...sayMissing(pen.missing)];
  if (said.length === 0) return;
  flow.space(22);
  flow.need(LOOKS.notice.leading * 2 + 8);
  const { y } = flow.take(8);
  // On a page of their own they are parted from the text already.
  if (y > FRAME.top) flow.draw({ kind: 'box', left, top: y, width, height: 0.75, color: INK.line });
  for (const notice of said) {
    setText(notice, LOOKS.notice, 'P', setting);
    flow.space(4);
  }
}

/** Code points listed before the rest is only counted. */
const MOST_LISTED = 40;

function sayMissing(missing: ReadonlySet<string>): readonly string[] {
  if (missing.size === 0) return [];
  const codes = [...missing].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const listed = codes
    .slice(0, MOST_LISTED)
    .map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  const more = codes.length > MOST_LISTED ? ` and ${codes.length - MOST_LISTED} more` : '';
  return [
    `□ stands for characters that the font of this document does not have: ${listed.join(', ')}${more}. ` +
      'The HTML form of the document shows them.',
  ];
}

/**
 * How far the document may go, at the head and foot of every page; title above every page but the first; first notice and page
 * number below. None of it is part of the text.
 */
function furniture(
  document: Document,
  index: number,
  count: number,
  pen: Pen,
): readonly Page['marks'][number][] {
  const [number] = decoration(`Page ${index + 1} of ${count}`, pen, FRAME_WIDTH, 1);
  const width = number?.width ?? 0;
  const notice = decoration(document.notices?.[0] ?? '', pen, FRAME_WIDTH - width - 24, 2);
  const below = PAGE.height - 40;
  return [
    ...markings(document, pen),
    ...(index === 0 ? [] : above(decoration(document.title, pen, FRAME_WIDTH, 1))),
    ...notice.map((line, at) => textMark(line, FRAME.left, below + at * LOOKS.furniture.leading)),
    ...(number === undefined ? [] : [textMark(number, FRAME.right - width, below)]),
  ];
}

function markings({ marking }: Document, pen: Pen): readonly Page['marks'][number][] {
  if (marking === undefined) return [];
  const within: Part = { type: 'P', within: undefined };
  const line = lineOf(runsOfText(oneLine(marking), LOOKS.marking, within, pen), pen);
  const left = (PAGE.width - line.width) / 2;
  return [textMark(line, left, 22), textMark(line, left, PAGE.height - 16)];
}

function above(titles: readonly Line[]): readonly Page['marks'][number][] {
  return [
    ...titles.map((title) => textMark(title, FRAME.left, 38)),
    { kind: 'box', left: FRAME.left, top: 44, width: FRAME_WIDTH, height: 0.5, color: INK.line },
  ];
}

function textMark(line: Line, left: number, baseline: number): TextMark {
  return { kind: 'text', line, left, baseline, isDecoration: true };
}

/** Small text in so many lines at most; it ends in `…` where there is more. */
function decoration(text: string, pen: Pen, width: number, most: number): readonly Line[] {
  const within: Part = { type: 'P', within: undefined };
  const runs = runsOfText(oneLine(text), LOOKS.furniture, within, pen);
  const lines = linesOf(runs, width - ELLIPSIS_WIDTH, pen);
  const last = lines[most - 1];
  if (lines.length <= most || last === undefined) return lines;
  const ellipsis = runsOfText('…', LOOKS.furniture, within, pen);
  return [...lines.slice(0, most - 1), lineOf([...last.runs, ...ellipsis], pen)];
}

const ELLIPSIS_WIDTH = 8;

function lineOf(runs: readonly Run[], pen: Pen): Line {
  return { runs, width: widthOf(runs, pen) };
}
