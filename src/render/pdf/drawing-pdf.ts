import { oneLine } from '../../text/index.ts';
import { inOurFont } from './drawing.ts';
import { loadFonts } from './fonts.ts';
import { Pen } from './pen.ts';
import { openTypst, TYPST_BUILDS } from './typst.ts';

/** Pages of landscape in points: a slide as presentations have it (13⅓ × 7½ inches), and A4 with margins that printers can keep. */
const SIZES = {
  slide: { width: 960, height: 540, margin: 0 },
  a4: { width: 841.89, height: 595.28, margin: 20 },
} as const;

/** What a page with one drawing is made of. */
export interface DrawingPage {
  /** Made by this package; see `Drawing`. */
  readonly svg: string;
  /** Of the file. */
  readonly title: string;
  /** What it shows, in words. */
  readonly description: string;
  readonly page: keyof typeof SIZES;
}

/**
 * A drawing as a PDF of one page of landscape, to be shown or printed. The same drawing gives the same bytes.
 *
 * @throws FoeprintError E850 where no build of Typst is installed, E851 where it refuses the drawing
 */
export async function drawingPdf({ svg, title, description, page }: DrawingPage): Promise<Uint8Array> {
  const [set, fonts] = await Promise.all([openTypst(Object.values(TYPST_BUILDS)), loadFonts()]);
  const pen = new Pen(fonts);
  const data = {
    title: pen.shown(oneLine(title)) || 'Untitled',
    lang: 'en',
    dense: false,
    drawing: {
      ...SIZES[page],
      svg: inOurFont(svg, (text) => pen.shown(text)),
      description: oneLine(description) || 'A drawing',
    },
  };
  return await set(JSON.stringify(data), fonts.files);
}
