import type { Matrix } from './drawing.ts';

/** What leaves everything where it is. */
export const AS_IT_IS: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Where something stands that an SVG `transform` of moves and turns puts within what stands at `within`.
 *
 * @returns undefined where the transform does anything else
 */
export function placedBy(transform: string, within: Matrix): Matrix | undefined {
  let at: Matrix = within;
  for (const [, name = '', told = ''] of transform.matchAll(/(\w+)\(([^)]*)\)|\S/gu)) {
    const numbers = told.split(/[ ,]+/u).map(Number);
    const made = MATRICES.get(name)?.(numbers);
    if (made === undefined || !made.every(Number.isFinite)) return undefined;
    at = times(at, made);
  }
  return at;
}

/** Degrees turn clockwise, since `y` grows downwards. */
const MATRICES: ReadonlyMap<string, (numbers: readonly number[]) => Matrix | undefined> = new Map<
  string,
  (numbers: readonly number[]) => Matrix | undefined
>([
  ['translate', ([x = Number.NaN, y = 0]) => [1, 0, 0, 1, x, y]],
  ['rotate', ([degrees = Number.NaN, ...center]) => (center.length > 0 ? undefined : turned(degrees))],
]);

function turned(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return [cosine, sine, -sine, cosine, 0, 0];
}

/** What the second does within the first: SVG 2, 8.5. */
function times([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}
