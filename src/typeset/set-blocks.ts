import { manyLines, oneLine } from '../text/index.ts';
import { plain, renderBlock } from '../render/index.ts';
import type { Block, BlockRenderers, CodeBlock, Heading, List, ListItem } from '../render/index.ts';
import { HEADINGS } from './heading-look.ts';
import { LEAST, leadsOn, leastHeight } from './least-height.ts';
import { codeLinesOf, linesOf, type Line } from './line.ts';
import { INK, LOOKS } from './look.ts';
import { FRAME_HEIGHT } from './page.ts';
import { PageFlow } from './page-flow.ts';
import { part } from './part.ts';
import { runsOf, runsOfText } from './run.ts';
import { setFigure } from './set-figure.ts';
import { setTable } from './set-table.ts';
import { setText } from './set-text.ts';
import { BETWEEN, type Setting } from './setting.ts';

/** Sets blocks under each other. A heading, and a few lines that lead to a table or the like, stay with what follows. */
export function setBlocks(blocks: readonly Block[], setting: Setting): void {
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') setting.flow.space(HEADINGS[block.level].above);
    if (leadsOn(block, blocks[index + 1], setting))
      setting.flow.need(Math.min(leastHeight(blocks.slice(index), setting), FRAME_HEIGHT));
    renderBlock(RENDERERS, block, setting);
  });
}

/** Distances between blocks in points. */
const INDENT = 15;
const QUOTE_INDENT = 13;
const CODE_PADDING = 8;

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
      (inner) => leastHeight(blocks, inner),
    );
  },
  'code-block': setCode,
  figure: setFigure,
  details: ({ summary, blocks }, setting) => {
    const within = part('Sect', setting.within);
    beside(
      { width: 1, color: INK.line },
      { ...setting, within },
      (inner) => {
        setText(summary, { ...inner.look, face: 'bold' }, 'P', inner);
        inner.flow.space(BETWEEN / 2);
        setBlocks(blocks, inner);
      },
      (inner) => inner.look.leading + BETWEEN + leastHeight(blocks, inner),
    );
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

/** Sets something with a bar at its left, on each page that it reaches, and begins where there is room for the least. */
function beside(
  bar: { readonly width: number; readonly color: string },
  setting: Setting,
  set: (inner: Setting) => void,
  least: (inner: Setting) => number,
): void {
  const { flow, left, width } = setting;
  const inner = { ...setting, left: left + QUOTE_INDENT, width: Math.max(1, width - QUOTE_INDENT) };
  flow.space(BETWEEN);
  flow.need(Math.min(Math.max(setting.look.leading * 2, least(inner)), FRAME_HEIGHT));
  const start = flow.height;
  set(inner);
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
