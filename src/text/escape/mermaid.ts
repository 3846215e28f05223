/** Letters, digits and a few signs mean nothing to Mermaid within quotes; all else is written as its number. */
const NOT_PLAIN = /[^\p{L}\p{M}\p{N} ,.()/'-]/gu;
/** Mermaid reads labels as Markdown: `1. x` and `- x` would start lists. */
const LIST_START = /^(?:(\d+)[.)]|-)/u;

/** One line of text for a quoted Mermaid label: shows exactly this text. */
export function escapeMermaid(line: string): string {
  return line
    .replace(NOT_PLAIN, entity)
    .replace(LIST_START, (start) => start.slice(0, -1) + entity(start.slice(-1)));
}

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`;
}
