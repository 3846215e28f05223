/** A part of a whole, at most 1 whatever rounding makes of it; of nothing, 0. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
