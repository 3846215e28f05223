import type { Block, Document, Figure } from '../render/index.ts';
import { readDrawing } from './read-drawing.ts';
import type { Picture } from './setting.ts';

/** Points for a pixel of a drawing: there are 96 pixels to the inch. */
const POINTS = 0.75;

/** Pixels of a picture for each of the drawing, and at most this many across: beyond, print shows no difference. */
const SCALE = 3;
const MOST_ACROSS = 2400;

/**
 * The drawings of a document as pages show them: as shapes where all of a drawing can be read as such, else as a picture.
 * One that cannot be drawn is left out; its description stands in for it.
 */
export async function picturesOf(document: Document): Promise<ReadonlyMap<Figure, Picture>> {
  const pictures = new Map<Figure, Picture>();
  for (const figure of figuresIn(document.blocks)) {
    const picture = await pictureOf(figure.drawing.svg);
    if (picture !== undefined) pictures.set(figure, picture);
  }
  return pictures;
}

function figuresIn(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block];
    if (block.kind === 'list') return block.items.flatMap((item) => figuresIn(item.blocks));
    return 'blocks' in block ? figuresIn(block.blocks) : [];
  });
}

async function pictureOf(svg: string): Promise<Picture | undefined> {
  const drawing = readDrawing(svg);
  if (drawing === undefined) return await rasterised(svg);
  return { width: drawing.width * POINTS, height: drawing.height * POINTS, drawing };
}

async function rasterised(svg: string): Promise<Picture | undefined> {
  // Loaded when wanted: starting the renderer takes a third of a second.
  const { svgSize, svgToPng } = await import('../draw/rasterise/index.ts');
  try {
    const natural = await svgSize(svg);
    const scale = Math.min(SCALE, MOST_ACROSS / Math.max(natural.width, natural.height));
    const image = await svgToPng(svg, { scale });
    return { image, width: natural.width * POINTS, height: natural.height * POINTS };
  } catch {
    return undefined;
  }
}
