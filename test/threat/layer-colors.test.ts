import { describe, expect, test } from 'vitest';
import {
  SEQUENTIAL_COLORS,
  channels,
  colorAt,
  gradientOver,
  luminance,
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
    expect(Math.min(...spreads)).toBeGreaterThan(60);
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
