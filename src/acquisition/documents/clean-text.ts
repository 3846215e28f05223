/**
 * Text of a document as it is read on: one kind of line end and of space, no control or format characters (an id with a zero-width
 * space in it is an id), no halves of surrogate pairs. Lines are trimmed, empty ones left out.
 */
export function cleanText(text: string): string {
  return cleanLines(text)
    .filter((line) => line !== '')
    .join('\n');
}

/** The same with empty lines, which part paragraphs, and with spaces at the beginning of lines. */
export function cleanLines(text: string): readonly string[] {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?![\t\n])\p{Cc}|[^\S\t\n]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** On one line, with single spaces; undefined where that leaves nothing. */
export function cleanLine(text: string | null | undefined): string | undefined {
  const line = cleanText(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line === '' ? undefined : line;
}
