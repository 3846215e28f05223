/**
 * How many times as much as usual is tried: what takes long is tried a little on every change, and a lot by `npm run verify:long`,
 * which sets this.
 */
const FACTOR = Number(process.env['FOEPRINT_RUNS'] ?? '1');

/** Whether there is time for what takes minutes. */
export const IS_LONG = FACTOR > 1;

/** How often a property is tried. @param usual on every change */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.round(usual * FACTOR) };
}
