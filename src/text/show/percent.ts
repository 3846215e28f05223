/** A share as per cent with one decimal: `7.9 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Text whose shares no line breaks: a number and its per cent sign stay together, for forms that break lines by themselves. */
export function withWholeShares(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%)/gu, '\u{A0}');
}
