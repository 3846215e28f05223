import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { withQuickLayout, type QuickFont } from './quick-layout.ts';

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

/** The faces: their fonts, and what they measure. */
export interface Faces extends Metrics {
  readonly fonts: Readonly<Record<Face, Font>>;
}

let reading: Promise<Readonly<Record<Face, Buffer>>> | undefined;

/**
 * The fonts that come with this package; those of the machine are not looked at. Files are read once. Fonts are opened anew
 * each time: they remember which character they met first, and a document must not depend on those before it.
 */
export async function loadFaces(): Promise<Faces> {
  reading ??= read();
  const files = await reading;
  return facesOf({
    regular: openedFrom(files, 'regular'),
    bold: openedFrom(files, 'bold'),
    italic: openedFrom(files, 'italic'),
    code: openedFrom(files, 'code'),
  });
}

async function read(): Promise<Readonly<Record<Face, Buffer>>> {
  const [regular, bold, italic, code] = await Promise.all([
    fileOf('regular'),
    fileOf('bold'),
    fileOf('italic'),
    fileOf('code'),
  ]);
  return { regular, bold, italic, code };
}

function fileOf(face: Face): Promise<Buffer> {
  return readFile(fromHere.resolve(FILES[face]));
}

function openedFrom(files: Readonly<Record<Face, Buffer>>, face: Face): QuickFont {
  const font = create(files[face]);
  if ('fonts' in font) throw new Error('A collection of fonts is not a font.');
  return withQuickLayout(font, face);
}

function facesOf(opened: Readonly<Record<Face, QuickFont>>): Faces {
  const { regular, bold, italic, code } = opened;
  const fonts = { regular: regular.font, bold: bold.font, italic: italic.font, code: code.font };
  const widths = {
    regular: wordWidths(regular),
    bold: wordWidths(bold),
    italic: wordWidths(italic),
    code: wordWidths(code),
  };
  return {
    fonts,
    width: (text, face, size) => {
      // Most of what is measured is one word.
      if (!text.includes(' ')) return widths[face](text) * size;
      let sum = 0;
      // PDFKit places text in these pieces, so no kerning reaches across a space.
      for (const word of text.match(/[^ ]* |[^ ]+$/gu) ?? []) sum += widths[face](word);
      return sum * size;
    },
    has: (character, face) => fonts[face].hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

/** Widths of words at size 1. Most words come again and again; those that do not must not fill the memory. */
function wordWidths({ widthOf }: QuickFont): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const width = widthOf(word);
    if (known.size < MOST_KEPT) known.set(word, width);
    return width;
  };
}

const MOST_KEPT = 50_000;
