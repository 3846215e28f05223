/** Words of a source without its marks for links, code and citations: `[APT29](https://…)` is `APT29`, `(Citation: X)` is left out. */
export function plainSentence(sentence: string): string {
  return sentence
    .replaceAll(/\s*\(Citation: [^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?(?:code|br|p|b|i)\s*\/?>/gi, '')
    .replaceAll('`', '')
    .trim();
}
