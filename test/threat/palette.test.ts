import { describe, expect, test } from 'vitest';
import { light, luminance, PALETTE, steps, textOnStep, type PaletteName } from '../../src/threat/index.ts';
import { COLOR_VISION, lightnessSeen } from '../support/color-vision.ts';

/** As WCAG 2.2 defines it: 1 … 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS: readonly PaletteName[] = ['paper', 'sheet', 'sunk'];
const SCALES = ['a', 'd', 'n'] as const;

/** Text, and what it is written on. */
const TEXTS: readonly (readonly [text: PaletteName, ground: PaletteName])[] = [
  ...GROUNDS.flatMap((ground) => (['ink', 'ink-2', 'ink-3'] as const).map((text) => [text, ground] as const)),
  ...SCALES.flatMap((scale) =>
    ([1, 2, 3, 4, 5] as const).map((step) => [step < 4 ? 'ink' : 'sheet', `${scale}${step}`] as const),
  ),
  ['on-marker', 'marker'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, theme) => {
  test.for(TEXTS)('%s on %s can be read (WCAG AA, 4.5)', ([text, ground]) => {
    expect(contrast(PALETTE[text][theme], PALETTE[ground][theme])).toBeGreaterThanOrEqual(4.5);
  });

  test.for(['paper', 'sheet'] as const)('edges are seen on %s (WCAG AA, 3)', (ground) => {
    expect(contrast(PALETTE.edge[theme], PALETTE[ground][theme])).toBeGreaterThanOrEqual(3);
  });

  test.for(Object.entries(COLOR_VISION))('the steps of every scale go one way: %s', ([, vision]) => {
    for (const scale of SCALES) {
      const seen = ([1, 2, 3, 4, 5] as const).map((step) =>
        lightnessSeen(vision, PALETTE[`${scale}${step}`][theme]),
      );
      const sign = theme === 0 ? -1 : 1;
      const risen = seen.slice(1).map((value, place) => sign * (value - (seen[place] ?? 0)));
      expect(Math.min(...risen), scale).toBeGreaterThan(6);
    }
  });
});

test('no two names share a light colour, which pages know them by', () => {
  const colors = Object.values(PALETTE).map(([color]) => color);
  expect(new Set(colors).size).toBe(colors.length);
});

test('text on a step is the one whose contrast is held above', () => {
  for (const scale of SCALES)
    expect(steps(scale).map(textOnStep)).toEqual(
      (['ink', 'ink', 'ink', 'sheet', 'sheet'] as const).map((name) => light(name)),
    );
  expect(textOnStep(light('ink'))).toBe(light('sheet'));
});
