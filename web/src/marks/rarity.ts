/**
 * Counts from the largest to the smallest as one filled shape, and a bar at one of them, as paths of SVG.
 *
 * @param at which of them is marked; -1 for none
 */
export function rarityPath(
  counts: readonly number[],
  at: number,
  width: number,
  height: number,
): { readonly area: string; readonly marker: string } {
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, counts.length);
  // The root keeps the long tail in sight, as in prints.
  const top = (count: number): string => number(height - Math.sqrt(count / most) * height);
  const steps = counts.map((count, index) => `V${top(count)}H${number((index + 1) * step)}`);
  const bar = Math.max(step, 3);
  const left = Math.min(Math.max(0, at * step + step / 2 - bar / 2), width - bar);
  return {
    area: counts.length === 0 ? '' : `M0 ${height}${steps.join('')}V${height}z`,
    marker: at < 0 ? '' : `M${number(left)} 0h${number(bar)}V${height}h-${number(bar)}z`,
  };
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
