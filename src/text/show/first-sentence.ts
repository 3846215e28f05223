/** The first sentence of a text, on one line; all of it where it has no end. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0].replaceAll(/\s+/gu, ' ') ?? text;
}
