/** A sentence without what stands above it as a title already: `Nothing is ranked: one is known.` as `One is known.` */
export function withoutTitle(sentence: string, title: string): string {
  if (!sentence.startsWith(`${title}: `)) return sentence;
  const rest = sentence.slice(title.length + 2);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}
