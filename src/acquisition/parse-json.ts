import { isUtf8 } from 'node:buffer';
import { getHeapStatistics } from 'node:v8';
import type { Place } from '../facts/index.ts';
import { refusal } from './issues.ts';
import { findJsonFault } from './json-fault.ts';
import { formatBytes } from './limits.ts';
import { tallyJson } from './tally-json.ts';

/**
 * Parses a whole JSON text.
 *
 * @throws FoeprintError A405, A410 to A414, with line and column where the text goes wrong
 */
export function parseJson(bytes: Buffer, location: string): unknown {
  const text = withoutByteOrderMark(bytes);
  if (isBlank(text)) throw refusal('empty', 'It holds nothing but white space.', { file: location });
  if (!isUtf8(text)) throw notUtf8(text, location);
  refuseIfTooComplex(text, location);
  try {
    return JSON.parse(textOf(text));
  } catch (error) {
    throw readingRefusal(error, text, location);
  }
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

// Only the head is looked at: a blank file is refused by JSON.parse if it is longer.
function isBlank(bytes: Buffer): boolean {
  return bytes.length <= 4096 && /^\s*$/.test(bytes.toString('latin1'));
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function notUtf8(bytes: Buffer, location: string): Error {
  const wide = bytes[0] === 0 || bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe);
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const what = wide || bigEndian ? 'It is UTF-16 or UTF-32' : 'It holds bytes that are not UTF-8';
  return refusal('not-utf8', `${what}.`, { file: location });
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

function readingRefusal(error: unknown, bytes: Buffer, location: string): Error {
  const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
  if (!tooLong) return syntaxRefusal(bytes, location);
  return refusal('too-large', 'It is longer than the longest text that Node can hold.', { file: location });
}

function syntaxRefusal(bytes: Buffer, location: string): Error {
  const text = textOf(bytes);
  if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(text.slice(0, 1024))) {
    return refusal('web-page', 'It is an HTML or XML page.', { file: location, line: 1, column: 1 });
  }
  const offset = findJsonFault(text) ?? text.length;
  const place = { file: location, ...positionOf(text, offset) };
  if (offset >= text.length) {
    return refusal('truncated-json', 'The JSON ends before its last bracket.', place);
  }
  const found = `\`${text.slice(offset, offset + 20).split('\n')[0] ?? ''}\``;
  return refusal('not-json', `JSON cannot continue with ${found}.`, place);
}

function positionOf(text: string, offset: number): Pick<Place, 'line' | 'column'> {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lineStart + 1 };
}
