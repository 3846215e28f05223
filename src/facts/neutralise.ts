/**
 * Characters that steer a terminal or reorder a line instead of being read: C0 and C1 controls but tab and
 * line feed, zero-width characters, bidirectional overrides and isolates, line and paragraph separators,
 * the byte order mark and the invisible tag characters.
 */
const STEERING =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

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
