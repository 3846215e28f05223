import { describe, expect, test } from 'vitest';
import {
  SEQUENTIAL_COLORS,
  channels,
  colorAt,
  gradientOver,
  luminance,
  textColorOn,
} from '../../src/threat/index.ts';

describe('our scale', () => {
  // Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
  const blindness = {
    none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
    tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  };

  test.for(Object.entries(blindness))(
    '%s: every step is clearly darker than the one before',
    ([, matrix]) => {
      const lightness = SEQUENTIAL_COLORS.map((color) => lightnessOf(seenThrough(matrix, color)));
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

function seenThrough(matrix: readonly number[], color: string): readonly number[] {
  const linear = channels(color).map((value) => toLinear(value / 255));
  return [0, 3, 6].map((row) =>
    linear.reduce((total, value, at) => total + value * (matrix[row + at] ?? 0), 0),
  );
}

/** CIE L* of linear RGB. */
function lightnessOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 116 * Math.cbrt(Math.max(0, 0.2126 * red + 0.7152 * green + 0.0722 * blue)) - 16;
}

function toLinear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
