import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

const fromHere = createRequire(import.meta.url);

/**
 * The only fonts there are: those of the machine are not looked at, so that a machine without fonts draws the
 * same picture as every other. Arimo has the widths of Arial, which our drawings are measured for.
 */
const FONTS = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];
const FONT_FAMILY = 'Arimo';

/** How a picture is made. */
export interface PngOptions {
  /** Pixels for each pixel of the drawing; default 1, at most 4. */
  readonly scale?: number;
}

/**
 * An SVG drawing as PNG, without a browser: resvg, as WebAssembly, so that it runs wherever Node does. The
 * same drawing gives the same bytes. Nothing the drawing refers to is fetched.
 *
 * Letters outside Latin, Greek, Cyrillic and Hebrew have no glyph in the font and are left blank.
 *
 * @throws RangeError where the scale is not above 0 and at most 4
 * @throws Error where the text is not SVG
 */
export async function svgToPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const scale = options.scale ?? 1;
  if (!(scale > 0 && scale <= 4)) throw new RangeError(`A scale of ${scale} is not above 0 and at most 4.`);
  const fontBuffers = await prepared();
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
    fitTo: { mode: 'zoom', value: scale },
  });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
}

let preparation: Promise<Uint8Array[]> | undefined;

/** Starts the renderer and reads the fonts, once. */
function prepared(): Promise<Uint8Array[]> {
  preparation ??= prepare();
  return preparation;
}

async function prepare(): Promise<Uint8Array[]> {
  const [wasm, ...fonts] = await Promise.all([
    readFile(fromHere.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...FONTS.map((font) => readFile(fromHere.resolve(`@expo-google-fonts/arimo/${font}`))),
  ]);
  await initWasm(wasm);
  return fonts;
}
