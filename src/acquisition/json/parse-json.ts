import { isUtf8 } from 'node:buffer';
import { getHeapStatistics } from 'node:v8';
import type { Place } from '../../facts/index.ts';
import { byteFormat, textFormat, type KnownFormat } from '../../intake/index.ts';
import { refusal } from '../issues.ts';
import { findJsonFault } from './json-fault.ts';
import { formatBytes } from '../limits.ts';
import { inUtf8 } from './in-utf8.ts';
import { tallyJson } from './tally-json.ts';

/**
 * Parses a whole JSON text, in UTF-8 or UTF-16. JSON Lines (one value to a line) are read as the list of their values.
 *
 * @throws FoeprintError A405, A410 to A414, with line and column where the text goes wrong
 */
export function parseJson(bytes: Buffer, location: string): unknown {
  const text = inUtf8(bytes, location);
  if (isBlank(text)) throw refusal('empty', 'It holds nothing but white space.', { file: location });
  if (!isUtf8(text) || hasZeros(text)) throw notUtf8(text, location);
  refuseIfTooComplex(text, location);
  try {
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    return tooLong(error, location) ?? parseLines(text.toString('utf8'), location);
  }
}

// Only the head is looked at: a blank file is refused by JSON.parse if it is longer.
function isBlank(bytes: Buffer): boolean {
  return bytes.length <= 4096 && /^\s*$/.test(bytes.toString('latin1'));
}

function notUtf8(bytes: Buffer, location: string): Error {
  const other = byteFormat(bytes);
  if (other !== undefined) return otherFormat(other, location);
  const what = hasZeros(bytes) ? 'It is UTF-32 or no text' : 'It holds bytes that are not UTF-8';
  return refusal('not-utf8', `${what}.`, { file: location });
}

/** Valid UTF-8 may hold zeros, but none that begins as JSON does. */
function hasZeros(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).includes(0);
}

function otherFormat({ label, hint }: KnownFormat, location: string): Error {
  return refusal('other-format', `It is ${label}.`, { file: location }, hint);
}

/** Most heap that one byte of JSON can become in V8: an opening bracket of a nested array. Measured: 56. */
const WORST_BYTES_PER_BYTE = 64;
/** What we leave of the heap to everybody else. */
const HEAP_SHARE = 0.75;

/**
 * Node ends the process when its heap is full, which no handler can catch: what could fill it is counted
 * before it is parsed. Sources so small that not even the worst could are spared the counting.
 */
function refuseIfTooComplex(bytes: Buffer, location: string): void {
  const room = getHeapStatistics().heap_size_limit * HEAP_SHARE;
  if (bytes.length * WORST_BYTES_PER_BYTE <= room) return;
  const tally = tallyJson(bytes);
  if (tally.heapBytes <= room) return;
  const needs = `Parsing it would take about ${formatBytes(tally.heapBytes)} of memory`;
  const values = `${tally.containers} lists and objects, nested up to ${tally.depth} deep`;
  throw refusal('too-complex', `${needs} (${values}); ${formatBytes(room)} may be used.`, { file: location });
}

function tooLong(error: unknown, location: string): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG')) return undefined;
  throw refusal('too-large', 'It is longer than the longest text that Node can hold.', { file: location });
}

/** JSON Lines, and JSON text sequences (RFC 7464), whose lines begin with a record separator. */
const LINE_START = /^[\u001e\s]*[[{]/;

/**
 * The values of JSON Lines. A text of which the first line is a value and the second begins one is read so; where a later line
 * is at fault, that line is named.
 */
function parseLines(text: string, location: string): readonly unknown[] {
  const lines = text.split('\n');
  const [first, second] = lines.filter((line) => line.trim() !== '');
  if (first === undefined || second === undefined || !areLines(first, second))
    throw syntaxRefusal(text, location);
  return lines.flatMap((line, index) => {
    const value = withoutSeparator(line);
    if (value.trim() === '') return [];
    try {
      const parsed: unknown = JSON.parse(value);
      return [parsed];
    } catch {
      throw faultyLine(value, index + 1, location);
    }
  });
}

function areLines(first: string, second: string): boolean {
  return (
    LINE_START.test(first) && LINE_START.test(second) && findJsonFault(withoutSeparator(first)) === undefined
  );
}

function withoutSeparator(line: string): string {
  return line.startsWith('\u001e') ? line.slice(1) : line;
}

function faultyLine(text: string, line: number, location: string): Error {
  const offset = findJsonFault(text) ?? text.length;
  const place = { file: location, line, column: offset + 1 };
  if (offset >= text.trimEnd().length)
    return refusal('truncated-json', 'The line ends before its last bracket.', place);
  return refusal('not-json', `JSON cannot continue with ${shown(text, offset)}.`, place);
}

function syntaxRefusal(text: string, location: string): Error {
  const offset = findJsonFault(text) ?? text.length;
  const place = { file: location, ...positionOf(text, offset) };
  const other = byteFormat(Buffer.from(text.slice(0, 512), 'latin1')) ?? formatOfText(text);
  if (other !== undefined) return otherFormat(other, location);
  if (/^\s*<[!?a-z]/i.test(text.slice(0, 1024))) {
    return refusal('web-page', 'It is an HTML or XML page.', { file: location, line: 1, column: 1 });
  }
  if (offset >= text.length) {
    return refusal('truncated-json', 'The JSON ends before its last bracket.', place);
  }
  const isWords = /^\s*\p{L}/u.test(text.slice(0, 1024));
  const hint = isWords ? 'STIX is JSON; `foeprint report add FILE` keeps a report in words.' : undefined;
  return refusal('not-json', `JSON cannot continue with ${shown(text, offset)}.`, place, hint);
}

/** Broken JSON stays broken JSON, whatever words are in it. */
function formatOfText(text: string): KnownFormat | undefined {
  return /^\s*[[{]/.test(text) ? undefined : textFormat(text);
}

function shown(text: string, offset: number): string {
  return `\`${text.slice(offset, offset + 20).split('\n')[0] ?? ''}\``;
}

function positionOf(text: string, offset: number): Pick<Place, 'line' | 'column'> {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lineStart + 1 };
}
