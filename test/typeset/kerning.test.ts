import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { loadFaces, type Face } from '../../src/typeset/faces.ts';
import { kernIn, SIMPLE } from '../../src/typeset/kerning.ts';

const fromHere = createRequire(import.meta.url);

/** The fonts as fontkit lays them out by itself. */
const FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  italic: '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  code: '@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf',
};
const FACES: readonly Face[] = ['regular', 'bold', 'italic', 'code'];

function fontOf(face: Face): Font {
  const font = create(readFileSync(fromHere.resolve(FILES[face])));
  if ('fonts' in font) throw new RangeError('a collection');
  return font;
}

/** All simple characters. */
const CHARACTERS = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
  SIMPLE.test(one),
);

test.for(FACES)('%s: every pair of simple characters is as far apart as the font says', (face) => {
  const font = fontOf(face);
  const kern = kernIn(face);
  const others = CHARACTERS.flatMap((first) => {
    // Each pair once in one text, both ways round: `ab`, `ba`.
    const text = CHARACTERS.flatMap((second) => [first, second]).join('');
    const { glyphs, positions } = font.layout(text, undefined, 'latn');
    return glyphs.flatMap((glyph, at) => {
      const pair = text.slice(at, at + 2);
      const position = positions[at];
      const isOurs =
        glyph.id === font.glyphForCodePoint(pair.charCodeAt(0)).id &&
        position?.xAdvance === glyph.advanceWidth + kern(pair) &&
        [position.yAdvance, position.xOffset, position.yOffset].every((each) => each === 0);
      return isOurs ? [] : [pair];
    });
  });
  expect(others).toEqual([]);
  expect(CHARACTERS.length).toBeGreaterThan(200);
});

test('any word is laid out as fontkit would, whatever its characters', async () => {
  const { fonts, width } = await loadFaces();
  const own = {
    regular: fontOf('regular'),
    bold: fontOf('bold'),
    italic: fontOf('italic'),
    code: fontOf('code'),
  };
  const character = fc.oneof(
    fc.constantFrom(...CHARACTERS.filter((one) => one !== ' ')),
    fc.string({ maxLength: 1 }),
  );
  const word = fc
    .array(character, { minLength: 1, maxLength: 12 })
    .map((all) => all.join('').replaceAll(' ', ''));
  fc.assert(
    fc.property(word, fc.constantFrom(...FACES), (text, face) => {
      const [ours, theirs] = [fonts[face].layout(text), own[face].layout(text)];
      expect(ours.glyphs.map(({ id }) => id)).toEqual(theirs.glyphs.map(({ id }) => id));
      expect(ours.positions.map(({ xAdvance }) => xAdvance)).toEqual(
        theirs.positions.map(({ xAdvance }) => xAdvance),
      );
      expect(width(text, face, 10)).toBeCloseTo((theirs.advanceWidth / own[face].unitsPerEm) * 10, 9);
    }),
  );
});
