/** To six places: what is beyond is the noise of sums. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
