/** What setting text needs to know of a font: which characters it has, and how broad they are. */
export interface FontFile {
  /** Whether it has a letter for this code point. */
  readonly has: (codePoint: number) => boolean;
  /** Width of the letter of a code point as a part of the font size, without kerning. */
  readonly width: (codePoint: number) => number;
}

/**
 * Reads the tables `cmap` (format 4) and `hmtx` of a TrueType font.
 *
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 * @throws RangeError where the file is none, or ends too early
 */
export function readFontFile(file: Uint8Array): FontFile {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (tag: string): DataView => tableOf(view, tag);
  const glyphs = glyphsOf(table('cmap'));
  const unitsPerEm = table('head').getUint16(18);
  const advances = table('hmtx');
  const lastAdvance = table('hhea').getUint16(34) - 1;
  const widths = new Float64Array(0x1_0000);
  for (const [code, glyph] of glyphs)
    widths[code] = advances.getUint16(4 * Math.min(glyph, lastAdvance)) / unitsPerEm;
  return { has: (codePoint) => glyphs.has(codePoint), width: (codePoint) => widths[codePoint] ?? 0 };
}

function tableOf(file: DataView, tag: string): DataView {
  for (let at = 12; at < 12 + 16 * file.getUint16(4); at += 16) {
    if ([0, 1, 2, 3].every((index) => file.getUint8(at + index) === tag.charCodeAt(index)))
      return new DataView(file.buffer, file.byteOffset + file.getUint32(at + 8), file.getUint32(at + 12));
  }
  throw new RangeError(`The font has no table “${tag}”.`);
}

/** The glyph of each character of the Basic Multilingual Plane that has one. */
function glyphsOf(cmap: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const start = formatFour(cmap);
  const segments = cmap.getUint16(start + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    // Four arrays, one after the other: last characters, first characters, distances, places in what follows them.
    const field = (array: number): number => start + 14 + 2 * (array * segments + segment);
    const last = cmap.getUint16(field(0));
    const first = cmap.getUint16(field(1) + 2);
    const distance = cmap.getUint16(field(2) + 2);
    const place = cmap.getUint16(field(3) + 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = place === 0 ? code : cmap.getUint16(field(3) + 2 + place + 2 * (code - first));
      const glyph = place !== 0 && listed === 0 ? 0 : (listed + distance) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** Where the part in format 4 begins. */
function formatFour(cmap: DataView): number {
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const start = cmap.getUint32(4 + 8 * index + 4);
    if (cmap.getUint16(start) === 4) return start;
  }
  throw new RangeError('The font has no character map in format 4.');
}
