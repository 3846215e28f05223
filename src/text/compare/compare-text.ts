/** Orders texts by their UTF-16 codes: the same on every machine, unlike an order that depends on the language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
