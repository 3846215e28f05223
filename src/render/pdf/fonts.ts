import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFontFile, type FontFile } from './font-file.ts';

const fromHere = createRequire(import.meta.url);

/** The fonts that pages are set in: they come with this package, and those of the machine are not looked at. */
const FILES = {
  regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  italic: '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  // Every mixture of weight and slant is given: one that were not could be found on the machine.
  boldItalic: '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  code: '@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf',
} as const;

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
    fontFile('regular'),
    fontFile('bold'),
    fontFile('italic'),
    fontFile('boldItalic'),
    fontFile('code'),
  ]);
  return {
    files: [regular, bold, ...others],
    regular: readFontFile(regular),
    bold: readFontFile(bold),
  };
}

function fontFile(face: keyof typeof FILES): Promise<Buffer> {
  return readFile(fromHere.resolve(FILES[face]));
}
