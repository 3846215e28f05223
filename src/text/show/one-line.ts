import { neutralise } from './neutralise.ts';

/** Halves of surrogate pairs, which no file can hold, and the two that XML cannot. */
const UNWRITABLE = /[\p{Surrogate}\ufffe\uffff]/gu;

/**
 * Text from outside as one line: every run of white space becomes one space, and what would steer a screen is made
 * visible. What no file can hold becomes U+FFFD.
 */
export function oneLine(text: string): string {
  return neutralise(text.replace(/\s+/gu, ' ').trim()).replace(UNWRITABLE, '\ufffd');
}

/** The same for text whose lines matter, such as code: lines stay, tabs become four spaces. */
export function manyLines(text: string): readonly string[] {
  return neutralise(text).replace(UNWRITABLE, '\ufffd').replaceAll('\t', '    ').split('\n');
}
