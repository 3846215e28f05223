import { highest, lowest } from '../../text/index.ts';
import { light, steps } from '../palette.ts';
import type { Gradient } from './layer.ts';

/**
 * The scale that we colour scores with: warm, since they say what adversaries do. Lightness falls steadily, so
 * the order survives every common colour blindness and a black-and-white print; no stop is grey, which is
 * kept for what has no score. A test checks both with simulated deuteranopia, protanopia and tritanopia.
 */
export const SEQUENTIAL_COLORS: readonly string[] = steps('a');

/** Our scale over scores of 100: the same number looks the same in every layer. */
export const POINTS_GRADIENT: Gradient = { colors: SEQUENTIAL_COLORS, minimum: 0, maximum: 100 };

/** Colours for how far detection has come, level 0 to 4: blue, since warm is the adversary. */
export const COVERAGE_COLORS: readonly string[] = (['sunk', 'd1', 'd2', 'd4', 'd5'] as const).map(light);

/**
 * Colours for what one group of several uses, and for what more than one does: after Okabe and Ito (2008), so that the colour-blind can
 * keep them apart. There are no more, since more cannot be kept apart.
 */
export const LAYER_GROUP_COLORS = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#cc79a7', '#0072b2'] as const;
export const SHARED_COLOR: string = light('a5');

/** A gradient of our scale over these scores; undefined where there are none. One value alone is the darkest. */
export function gradientOver(scores: Iterable<number>): Gradient | undefined {
  const all = [...scores];
  if (all.length === 0) return undefined;
  const [least, maximum] = [lowest(all), highest(all)];
  const below = maximum > 0 ? 0 : maximum - 1;
  return { colors: SEQUENTIAL_COLORS, minimum: least === maximum ? below : least, maximum };
}

/** Colour of a score, `#rrggbb`; scores outside the gradient have the colour of its nearer end. */
export function colorAt(gradient: Gradient, score: number): string {
  const span = gradient.maximum - gradient.minimum;
  const share = span === 0 ? Number(score >= gradient.maximum) : (score - gradient.minimum) / span;
  const position = Math.min(1, Math.max(0, share)) * (gradient.colors.length - 1);
  const below = Math.floor(position);
  const lower = channels(gradient.colors[below] ?? '');
  const upper = channels(gradient.colors[below + 1] ?? gradient.colors[below] ?? '');
  const mixed = lower.map((value, at) => value + ((upper[at] ?? value) - value) * (position - below));
  return hexOf(mixed);
}

/** Black or white, whichever has more contrast on this background (WCAG 2.2, relative luminance). */
export function textColorOn(background: string): '#000000' | '#ffffff' {
  // Contrast with black is (L + 0.05) / 0.05, with white 1.05 / (L + 0.05): equal at 0.179.
  return luminance(background) > 0.179 ? '#000000' : '#ffffff';
}

/** Relative luminance of a colour, 0 (black) … 1 (white), as WCAG 2.2 defines it. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, 0 … 255, as seen on white where the colour lets something through; black where the text is no hex colour. */
export function channels(color: string): readonly number[] {
  const digits = color.replace('#', '');
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const opacity = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1;
  return [0, 2, 4]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) || 0)
    .map((value) => 255 + (value - 255) * opacity);
}

/** The colour as it is seen on white: `#rrggbb`. */
export function onWhite(color: string): string {
  return hexOf(channels(color));
}

function hexOf(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
