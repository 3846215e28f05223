import { constants, inflateSync } from 'node:zlib';
import { refusal } from '../../issues.ts';
import { formatBytes } from '../../limits.ts';
import type { DocumentLimits } from '../document-limits.ts';

/** How often a stream may be packed into itself. */
const LAYERS = 3;

/**
 * Refuses a PDF of which a packed stream, or all but pictures together, become larger than any report: pdf.js unpacks them whole into memory.
 * Pictures, which pages have many of, count each for itself: nobody looks at them.
 *
 * @throws FoeprintError A409
 */
export function refuseOvergrownStreams(bytes: Buffer, file: string, { maximumBytes }: DocumentLimits): void {
  const most = 4 * maximumBytes;
  let total = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    // CR LF or LF (ISO 32000-1, 7.3.8.1).
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    const size = unpackedSize(bytes.subarray(start), most, LAYERS);
    const isPicture = /\/Subtype\s?\/Image\b/u.test(bytes.toString('latin1', Math.max(0, at - 600), at));
    total += isPicture && size <= most ? 0 : size;
    if (total > most)
      throw refusal('expands-too-much', `What it has packed becomes more than ${formatBytes(most)}.`, {
        file,
      });
  }
}

/** Bytes that come out, of the largest layer; more than `most` where they are more. */
function unpackedSize(bytes: Buffer, most: number, layers: number): number {
  const isZlib = bytes.length > 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  if (!isZlib || layers === 0) return 0;
  try {
    const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
    const out = inflateSync(bytes, options);
    return Math.max(out.length, unpackedSize(out, most, layers - 1));
  } catch (error) {
    // What is damaged has given less than that.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
