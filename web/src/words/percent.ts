/** The number and its sign are not parted at the end of a line. */
const SIGN = '\u00A0%';

/** `0.187` as `19 %`; what is more than nothing is at least `< 1 %`, what is not all is at most `> 99 %`. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return `<\u00A01${SIGN}`;
  if (whole === 100 && share < 1) return `>\u00A099${SIGN}`;
  return `${whole}${SIGN}`;
}
