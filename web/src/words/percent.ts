/** `0.187` as `19 %`; what is more than nothing is at least `< 1 %`, what is not all is at most `> 99 %`. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return '< 1 %';
  if (whole === 100 && share < 1) return '> 99 %';
  return `${whole} %`;
}
