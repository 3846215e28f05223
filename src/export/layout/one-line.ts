import { neutralise } from '../../facts/index.ts';

/**
 * Text from outside as one line: every run of white space becomes one space, and what would steer a screen is made
 * visible. A lone half of a surrogate pair, which no file can hold, becomes U+FFFD.
 */
export function oneLine(text: string): string {
  return neutralise(text.replace(/\s+/gu, ' ').trim()).replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same for text whose lines matter, such as code: lines stay, tabs become four spaces. */
export function manyLines(text: string): readonly string[] {
  return neutralise(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\t', '    ')
    .split('\n');
}
