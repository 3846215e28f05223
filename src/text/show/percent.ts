/** A share as per cent with one decimal: `7.9 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
