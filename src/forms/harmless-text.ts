import { neutralise } from '../text/index.ts';

/**
 * An answer in a form of its own as it may be shown on a screen: JSON and XML keep what they mean, with what would steer the
 * screen written as a code of theirs; in anything else such characters become visible. Line ends stay as they are.
 */
export function harmlessText(text: string): string {
  const escape = ESCAPES.find(({ starts }) => starts.test(text))?.escape ?? neutralise;
  return escaped(text, escape);
}

/**
 * JSON; control characters that it allows raw are escaped, so that it can be shown.
 *
 * @param indent spaces for each level; 0 for all on one line
 */
export function jsonText(data: unknown, indent = 2): string {
  return escaped(JSON.stringify(data, undefined, indent) ?? 'null', jsonEscape);
}

function escaped(text: string, escape: (character: string) => string): string {
  return text.replaceAll(MAYBE_STEERING, (character) =>
    neutralise(character) === character ? character : escape(character),
  );
}

/** What may have to be escaped; a return before a line feed ends a line as CSV has it. */
const MAYBE_STEERING = /\r(?!\n)|[^\r\n\x20-\x7e]/gu;

/** How formats write a character by its number, recognised by how a text begins. */
const ESCAPES: readonly { readonly starts: RegExp; readonly escape: (character: string) => string }[] = [
  { starts: /^\s*[{[]/u, escape: jsonEscape },
  { starts: /^\s*<(?:svg|\?xml)/u, escape: xmlEscape },
];

function jsonEscape(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

function xmlEscape(character: string): string {
  return `&#${String(character.codePointAt(0) ?? 0)};`;
}
