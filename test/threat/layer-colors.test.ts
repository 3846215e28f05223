import { describe, expect, test } from 'vitest';
import {
  SEQUENTIAL_COLORS,
  channels,
  colorAt,
  gradientOver,
  hexColorOf,
  luminance,
  onWhite,
  textColorOn,
} from '../../src/threat/index.ts';
import { COLOR_VISION, lightnessSeen } from '../support/color-vision.ts';

describe('our scale', () => {
  test.for(Object.entries(COLOR_VISION))(
    '%s: every step is clearly darker than the one before',
    ([, matrix]) => {
      const lightness = SEQUENTIAL_COLORS.map((color) => lightnessSeen(matrix, color));
      const steps = lightness.slice(1).map((value, index) => (lightness[index] ?? 0) - value);
      expect(Math.min(...steps)).toBeGreaterThan(8);
    },
  );

  test('no step is grey', () => {
    const spreads = SEQUENTIAL_COLORS.map(
      (color) => Math.max(...channels(color)) - Math.min(...channels(color)),
    );
    expect(Math.min(...spreads)).toBeGreaterThan(30);
  });

  test('text on any colour of it has the contrast that WCAG asks for (4.5)', () => {
    const scale = gradientOver([0, 100]);
    const colors = Array.from({ length: 101 }, (_, score) => (scale ? colorAt(scale, score) : ''));
    const contrasts = colors.map((color) => {
      const [light = 0, dark = 0] = [luminance(color), luminance(textColorOn(color))].toSorted(
        (one, other) => other - one,
      );
      return (light + 0.05) / (dark + 0.05);
    });
    expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
  });
});

test.for([
  [[], undefined],
  [[5], [0, 5]],
  [[0], [-1, 0]],
  [[-5], [-6, -5]],
  [
    [3, 1, 2],
    [1, 3],
  ],
] as const)('a gradient over %o spans %o', ([scores, span]) => {
  const gradient = gradientOver(scores);
  expect(gradient && [gradient.minimum, gradient.maximum]).toEqual(span);
});

test.for([
  [0, '#000000'],
  [5, '#808080'],
  [10, '#ffffff'],
  [-1, '#000000'],
  [11, '#ffffff'],
] as const)('between black at 0 and white at 10, %d is %s', ([score, color]) => {
  expect(colorAt({ colors: ['#000', '#ffffff'], minimum: 0, maximum: 10 }, score)).toBe(color);
});

test.for([
  ['#ABC', '#ABC'],
  ['abc', '#abc'],
  ['#abcd', '#aabbccdd'],
  ['ff8800', '#ff8800'],
  ['#11223344', '#11223344'],
  [' Red ', '#ff0000'],
  ['RebeccaPurple', '#663399'],
  ['transparent', '#00000000'],
  ['rgb(0,128,255)', '#0080ff'],
  ['rgb(0 128 255 / 50%)', '#0080ff80'],
  ['rgba(179, 36, 36, 0.4)', '#b3242466'],
  ['rgb(100%, 0%, 50%)', '#ff0080'],
  ['rgb(300, -1, 0)', '#ff0000'],
  ['rgba(1,2,3,1)', '#010203'],
  ['hsl(120, 100%, 50%)', '#00ff00'],
  ['hsl(-120deg 100% 50%)', '#0000ff'],
  ['hsla(0, 0%, 50%, .5)', '#80808080'],
  ['reddish', undefined],
  ['', undefined],
  ['#12', undefined],
  ['rgb(1,2)', undefined],
  ['rgb(a,b,c)', undefined],
  ['url(x)', undefined],
  ['hsv(120, 50%, 50%)', '#408040'],
  ['hwb(120 50% 50%)', '#808080'],
  ['hwb(0 20% 30% / 50%)', '#b3333380'],
  ['rgb 255 0 0', '#ff0000'],
  ['constructor(1, 2, 3)', undefined],
] as const)('the colour %o is %o', ([text, hex]) => expect(hexColorOf(text)).toBe(hex));

test('a colour that lets something through is drawn as it is seen on white', () => {
  expect(onWhite('#00000000')).toBe('#ffffff');
  expect(onWhite('#ff000080')).toBe('#ff7f7f');
  expect(onWhite('#123456')).toBe('#123456');
  expect(textColorOn('#00000000')).toBe('#000000');
});

test('a gradient that spans nothing has its last colour from there on', () => {
  const gradient = { colors: ['#ffffff', '#000000'], minimum: 5, maximum: 5 };
  expect([4, 5, 6].map((score) => colorAt(gradient, score))).toEqual(['#ffffff', '#000000', '#000000']);
});
