import {
  COVERAGE_COLORS,
  SEQUENTIAL_COLORS,
  colorAt,
  gradientOver,
  isMarked,
  light,
  onWhite,
  textColorOn,
  type Gradient,
  type Layer,
  type LayerCell,
} from '../../threat/index.ts';

/** How a cell is filled and written. */
export interface CellLook {
  readonly fill: string;
  readonly text: string;
  readonly kind: 'scored' | 'colored' | 'unscored' | 'disabled' | 'unmarked';
}

/** Looks that no score gives: all without hue, which belongs to scores. */
export const NEUTRAL_LOOKS = {
  unscored: { fill: light('n2'), text: light('ink'), kind: 'unscored' },
  disabled: { fill: light('n1'), text: light('ink-3'), kind: 'disabled' },
  unmarked: { fill: light('sheet'), text: light('ink-3'), kind: 'unmarked' },
} as const satisfies Readonly<Record<string, CellLook>>;

/**
 * Colours for scores.
 *
 * - `safe`: our scale, which the colour-blind can read (see {@link SEQUENTIAL_COLORS}), over the layer's range
 * - `layer`: the gradient of the layer as it is; often red to green
 */
export type ColorChoice = 'safe' | 'layer';

/** The gradient to draw a layer's scores with; undefined where it has no scores. */
export function drawnGradient(layer: Layer, choice: ColorChoice): Gradient | undefined {
  const own = layer.gradient;
  if (own !== undefined && (choice === 'layer' || isOurs(own))) return own;
  const scores = layer.cells.flatMap((cell) => (cell.enabled ? (cell.score ?? []) : []));
  const spanned = gradientOver(scores);
  if (own === undefined || spanned === undefined) return spanned;
  return { colors: SEQUENTIAL_COLORS, minimum: own.minimum, maximum: own.maximum };
}

/** Our scale for coverage, which runs from light to dark as well, and is no adversary’s. */
function isOurs({ colors }: Gradient): boolean {
  return (
    colors.length === COVERAGE_COLORS.length &&
    colors.every((color, place) => color === COVERAGE_COLORS[place])
  );
}

/** How to draw what a layer says of a technique. A colour that the analyst chose wins over the score's. */
export function lookOf(cell: LayerCell | undefined, gradient: Gradient | undefined): CellLook {
  if (cell === undefined) return NEUTRAL_LOOKS.unmarked;
  if (!cell.enabled) return NEUTRAL_LOOKS.disabled;
  if (!isMarked(cell)) return NEUTRAL_LOOKS.unmarked;
  if (cell.color !== undefined) return filled(onWhite(cell.color), 'colored');
  if (cell.score === undefined || gradient === undefined) return NEUTRAL_LOOKS.unscored;
  return filled(colorAt(gradient, cell.score), 'scored');
}

function filled(fill: string, kind: CellLook['kind']): CellLook {
  return { fill, text: textColorOn(fill), kind };
}

/** A score as a cell shows it: at most two decimals, without trailing zeros. */
export function sayScore(score: number): string {
  return String(Number(score.toFixed(2)) + 0);
}
