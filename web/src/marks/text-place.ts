/** A text in three parts, for a mark under the middle one: before, the word at a place, after. */
export interface MarkedText {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

/**
 * The word of a text that stands at a line and column, which count from 1; where the text ends there, a space to carry the mark.
 */
export function textAt(text: string, line: number, column: number): MarkedText {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const from = Math.min(Math.max(0, start), text.length);
  const word = /^(?:[\w-]+|"[^"\n]*"?|[^\s\w])/u.exec(text.slice(from))?.[0] ?? ' ';
  return { before: text.slice(0, from), at: word, after: text.slice(from + word.trimEnd().length) };
}
