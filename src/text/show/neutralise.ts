/**
 * Characters that steer a terminal or reorder a line instead of being read: controls but tab and line feed,
 * format characters (zero-width ones, bidirectional overrides and isolates, invisible tags), line and paragraph separators.
 */
const STEERING = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Makes text from outside safe to show: what would steer the terminal becomes a visible code such as `<1B>`.
 * A carriage return before a line feed is dropped; tabs and line feeds stay.
 */
export function neutralise(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(STEERING, visibleCode);
}

function visibleCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<${code.toString(16).toUpperCase().padStart(2, '0')}>`;
}
