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

/**
 * Text from outside as one plain line, for readers that take every character for words, as language models do: without what steers
 * or is not seen (controls, bidirectional overrides, invisible tags and fillers, variation selectors, halves of characters), with
 * spaces for line ends, and cut at a length, which a `…` shows.
 *
 * @param most UTF-16 units at most, with the `…`; 1 or more
 */
export function plainLine(text: string, most: number): string {
  // Of a text of megabytes, only what may be shown is gone through; what is not seen takes room of its own.
  const line = text
    .slice(0, most * ROOM)
    .replaceAll(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  if (line.length <= most && text.length <= most * ROOM) return line;
  // Half a character may be left where it is cut.
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/** How many units of a text are looked at for each that it may have in the end. */
const ROOM = 4;

/** Controls, format characters, private use, halves of characters, and all that is drawn as nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
