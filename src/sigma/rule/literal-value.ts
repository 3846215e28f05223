/** A text as a value of a rule that means just that text: wildcards, and backslashes before what they would escape, are escaped. */
export function literalValue(text: string): string {
  return text.replaceAll(/\\(?=[\\*?])|[*?]/gu, String.raw`\$&`);
}
