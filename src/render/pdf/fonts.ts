import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFontFile, type FontFile } from './font-file.ts';

const fromHere = createRequire(import.meta.url);

/** The fonts that pages are set in: they come with this package, and those of the machine are not looked at. */
const REGULAR = 'arimo/400Regular/Arimo_400Regular.ttf';
const BOLD = 'arimo/700Bold/Arimo_700Bold.ttf';
/** Every mixture of weight and slant is given: one that were not could be found on the machine. */
const OTHERS = [
  'arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  'cousine/400Regular/Cousine_400Regular.ttf',
];

/** The fonts as files, and what is known of the one that has all characters which any of them has. */
export interface Fonts {
  readonly files: readonly Buffer[];
  readonly regular: FontFile;
  readonly bold: FontFile;
}

let reading: Promise<Fonts> | undefined;

/** Reads the fonts, once. */
export function loadFonts(): Promise<Fonts> {
  reading ??= read();
  return reading;
}

async function read(): Promise<Fonts> {
  const [regular, bold, ...others] = await Promise.all([
    fontFile(REGULAR),
    fontFile(BOLD),
    ...OTHERS.map(fontFile),
  ]);
  return { files: [regular, bold, ...others], regular: readFontFile(regular), bold: readFontFile(bold) };
}

function fontFile(path: string): Promise<Buffer> {
  return readFile(fromHere.resolve(`@expo-google-fonts/${path}`));
}
