import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const fromHere = createRequire(import.meta.url);

/** The faces that pages are set in, and the files they are in. */
const FILES = {
  regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  italic: '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  code: '@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf',
} as const;

/** Name of a face. */
export type Face = keyof typeof FILES;

/** Where a line's baseline stands and how tall its letters are, as parts of the font size: those of Arimo. */
export const ASCENT = 0.905;
export const LETTERS = 1.117;

/** What setting text needs to know of the fonts. */
export interface Metrics {
  /** Width in points of a text at a font size in points. */
  readonly width: (text: string, face: Face, size: number) => number;
  /** Whether the face has a letter for this character. */
  readonly has: (character: string, face: Face) => boolean;
}

/** The faces: their files, and what they measure. */
export interface Faces extends Metrics {
  readonly files: Readonly<Record<Face, Buffer>>;
}

let loading: Promise<Faces> | undefined;

/** Reads the fonts that come with this package, once. Those of the machine are not looked at. */
export function loadFaces(): Promise<Faces> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Faces> {
  const [regular, bold, italic, code] = await Promise.all([
    fileOf('regular'),
    fileOf('bold'),
    fileOf('italic'),
    fileOf('code'),
  ]);
  const files = { regular, bold, italic, code };
  return { files, ...metricsOf(files) };
}

function fileOf(face: Face): Promise<Buffer> {
  return readFile(fromHere.resolve(FILES[face]));
}

function metricsOf(files: Readonly<Record<Face, Buffer>>): Metrics {
  const fonts = {
    regular: fontIn(files.regular),
    bold: fontIn(files.bold),
    italic: fontIn(files.italic),
    code: fontIn(files.code),
  };
  const widths = { regular: wordWidths(), bold: wordWidths(), italic: wordWidths(), code: wordWidths() };
  return {
    width: (text, face, size) => {
      let sum = 0;
      // PDFKit places text in these pieces, so no kerning reaches across a space.
      for (const word of text.match(/[^ ]* |[^ ]+$/gu) ?? []) sum += widths[face](word, fonts[face]);
      return sum * size;
    },
    has: (character, face) => fonts[face].hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

function fontIn(file: Buffer): Font {
  const font = create(file);
  if ('fonts' in font) throw new Error('A collection of fonts is not a font.');
  return font;
}

/** Widths of words at size 1. Most words come again and again; those that do not must not fill the memory. */
function wordWidths(): (word: string, font: Font) => number {
  const known = new Map<string, number>();
  return (word, font) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const width = font.layout(word).advanceWidth / font.unitsPerEm;
    if (known.size < MOST_KEPT) known.set(word, width);
    return width;
  };
}

const MOST_KEPT = 50_000;
