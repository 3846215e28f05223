import { manyLines, oneLine, plain, renderBlock } from '../export/index.ts';
import type {
  Block,
  BlockRenderers,
  CodeBlock,
  Content,
  Figure,
  Heading,
  List,
  ListItem,
} from '../export/index.ts';
import { codeLinesOf, linesOf, type Line } from './line.ts';
import { INK, LOOKS, type Look } from './look.ts';
import { FRAME_HEIGHT } from './page.ts';
import { PageFlow } from './page-flow.ts';
import { part, type Part } from './part.ts';
import { runsOf, runsOfText } from './run.ts';
import { setTable } from './set-table.ts';
import type { Setting } from './setting.ts';

/** Sets blocks under each other. A heading stays with what it is above. */
export function setBlocks(blocks: readonly Block[], setting: Setting): void {
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      setting.flow.space(HEADINGS[block.level].above);
      setting.flow.need(Math.min(leastHeight(blocks.slice(index), setting), FRAME_HEIGHT));
    }
    renderBlock(RENDERERS, block, setting);
  });
}

/** Sets running text, aligned left, as a part of its own. */
export function setText(content: Content, look: Look, type: Part['type'], setting: Setting): void {
  const textPart = part(type, setting.within);
  const lines = linesOf(runsOf(content, look, textPart, setting.pen), setting.width, setting.pen);
  setting.flow.lines(lines, look, () => setting.left);
}

/** Distances between blocks in points. */
const BETWEEN = 7;
const INDENT = 15;
const QUOTE_INDENT = 13;
const CODE_PADDING = 8;

const HEADINGS = {
  2: { look: LOOKS.heading2, type: 'H2', above: 24, below: 6 },
  3: { look: LOOKS.heading3, type: 'H3', above: 16, below: 4 },
  4: { look: LOOKS.heading4, type: 'H4', above: 12, below: 3 },
} as const satisfies Readonly<
  Record<Heading['level'], { look: Look; type: Part['type']; above: number; below: number }>
>;

const RENDERERS: BlockRenderers<Setting, void> = {
  heading: setHeading,
  paragraph: ({ content }, setting) => {
    setText(content, setting.look, 'P', setting);
    setting.flow.space(BETWEEN);
  },
  list: setList,
  table: (table, setting) => {
    setting.flow.space(BETWEEN);
    setTable(table, setting);
    setting.flow.space(BETWEEN * 2);
  },
  quote: ({ blocks }, setting) => {
    const look = { ...setting.look, color: INK.muted };
    beside(
      { width: 2, color: INK.accent },
      { ...setting, look, within: part('BlockQuote', setting.within) },
      (inner) => setBlocks(blocks, inner),
    );
  },
  'code-block': setCode,
  figure: setFigure,
  details: ({ summary, blocks }, setting) => {
    const within = part('Sect', setting.within);
    beside({ width: 1, color: INK.line }, { ...setting, within }, (inner) => {
      setText(summary, { ...inner.look, face: 'bold' }, 'P', inner);
      inner.flow.space(BETWEEN / 2);
      setBlocks(blocks, inner);
    });
  },
};

function setHeading(heading: Heading, setting: Setting): void {
  const { flow, anchors } = setting;
  const { look, type, below } = HEADINGS[heading.level];
  const anchor = anchors.get(heading);
  const words = oneLine(plain(heading.content));
  if (anchor !== undefined) {
    flow.draw({ kind: 'place', anchor, top: flow.height.y, words, level: heading.level });
  }
  setText(heading.content, look, type, setting);
  flow.space(below);
}

/** Height of what a heading must not be parted from, in points: a first line or row, a whole drawing, further headings. */
function leastHeight([block, ...rest]: readonly Block[], setting: Setting): number {
  if (block === undefined) return 0;
  if (block.kind === 'heading') {
    const { above, below, look } = HEADINGS[block.level];
    const lines = linesOf(
      runsOf(block.content, look, setting.within, setting.pen),
      setting.width,
      setting.pen,
    );
    return above + lines.length * look.leading + below + leastHeight(rest, setting);
  }
  if (block.kind === 'figure') return pictureSize(block, setting).height * SMALLEST + LEAST;
  return LEAST;
}

/** Two lines of text, or the heads of a table and a row. */
const LEAST = 42;

function setList({ ordered, items }: List, setting: Setting): void {
  const { flow } = setting;
  const listPart = part('L', setting.within);
  const isLoose = items.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'));
  items.forEach((each, index) => {
    setItem(each, ordered ? `${index + 1}.` : '•', { ...setting, within: part('LI', listPart) });
    flow.space(isLoose ? BETWEEN : ITEMS_BETWEEN);
  });
  flow.space(BETWEEN);
}

const ITEMS_BETWEEN = 2.5;

function setItem({ content, blocks }: ListItem, marker: string, setting: Setting): void {
  const { flow, look, pen, left, width, within } = setting;
  const label = linesOf(
    runsOfText(marker, { ...look, color: INK.muted }, part('Lbl', within), pen),
    width,
    pen,
  );
  const indent = Math.max(INDENT, (label[0]?.width ?? 0) + 5);
  const inner = {
    ...setting,
    left: left + indent,
    width: Math.max(1, width - indent),
    within: part('LBody', within),
  };
  const lines = linesOf(runsOf(content, look, inner.within, pen), inner.width, pen);
  flow.need(look.leading * Math.min(2, lines.length) + (blocks.length === 0 ? 0 : LEAST));
  for (const line of label) flow.drawLine(line, look, left, flow.height.y);
  flow.lines(lines, look, () => inner.left);
  if (blocks.length === 0) return;
  flow.space(ITEMS_BETWEEN);
  setBlocks(blocks, inner);
}

/** Sets something with a bar at its left, on each page that it reaches. */
function beside(
  bar: { readonly width: number; readonly color: string },
  setting: Setting,
  set: (inner: Setting) => void,
): void {
  const { flow, left, width } = setting;
  flow.space(BETWEEN);
  flow.need(setting.look.leading * 2);
  const start = flow.height;
  set({ ...setting, left: left + QUOTE_INDENT, width: Math.max(1, width - QUOTE_INDENT) });
  for (const { page, top, height } of PageFlow.between(start, flow.end)) {
    flow.drawBehind({ kind: 'box', left, top, width: bar.width, height, color: bar.color }, page);
  }
  flow.space(BETWEEN * 1.4);
}

function setCode({ text }: CodeBlock, setting: Setting): void {
  const { flow, pen, left, width } = setting;
  const look = LOOKS.code;
  const codePart = part('Code', setting.within);
  const lines = manyLines(text).flatMap((line): readonly Line[] =>
    codeLinesOf(runsOfText(line, look, codePart, pen), Math.max(1, width - 2 * CODE_PADDING), pen),
  );
  flow.space(BETWEEN);
  flow.need(CODE_PADDING + look.leading * Math.min(2, lines.length));
  const start = flow.take(CODE_PADDING);
  flow.lines(lines, look, () => left + CODE_PADDING);
  flow.take(Math.min(CODE_PADDING, Math.max(0, flow.room)));
  for (const { page, top, height } of PageFlow.between(start, flow.end)) {
    flow.drawBehind({ kind: 'box', left, top, width, height, color: INK.soft }, page);
  }
  flow.space(BETWEEN * 1.4);
}

/** A drawing with its caption; where no picture could be made of it, what it shows in words. */
function setFigure(figure: Figure, setting: Setting): void {
  const { flow, pen, left, width, pictures } = setting;
  const figurePart = part('Figure', setting.within, oneLine(figure.drawing.description));
  const captionPart = part('Caption', setting.within);
  const caption = linesOf(runsOf(figure.caption, LOOKS.caption, captionPart, pen), width, pen);
  const image = pictures.get(figure)?.image;
  flow.space(BETWEEN);
  if (image === undefined) {
    setText(figure.drawing.description, setting.look, 'P', setting);
    flow.space(BETWEEN / 2);
  } else {
    const full = pictureSize(figure, setting);
    const under = caption.length * LOOKS.caption.leading + BETWEEN;
    const fits = flow.room - under >= full.height * SMALLEST;
    const size = fits ? pictureSize(figure, setting, Math.min(full.height, flow.room - under)) : full;
    flow.need(size.height + under);
    const top = flow.take(size.height).y;
    flow.draw({
      kind: 'picture',
      ...size,
      left: left + (width - size.width) / 2,
      top,
      image,
      part: figurePart,
    });
    flow.space(BETWEEN);
  }
  flow.lines(caption, LOOKS.caption, (line) => left + (width - line.width) / 2);
  flow.space(BETWEEN * 2);
}

/** Size of a drawing in points: its own, or less, so that it fits on a page with a heading and its caption. */
function pictureSize(
  figure: Figure,
  { pictures, width }: Setting,
  room: number = FRAME_HEIGHT - PICTURE_SPARE,
): { readonly width: number; readonly height: number } {
  const picture = pictures.get(figure);
  if (picture === undefined) return { width: 0, height: 0 };
  const scale = Math.min(1, width / picture.width, room / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

const PICTURE_SPARE = 110;

/** A drawing is made as small as this to fit on what is left of a page. */
const SMALLEST = 0.75;
