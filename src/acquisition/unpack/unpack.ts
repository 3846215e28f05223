import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { refusal } from '../issues.ts';
import { formatBytes, mostUnpacked, type Limits } from '../limits.ts';
import { tooLarge } from '../read-bytes.ts';
import { isTar, unpackTar } from './unpack-tar.ts';

/** One file's bytes as they are after decompression. */
export interface Unpacked {
  /** The location, followed by `!name` for a file in an archive. */
  readonly location: string;
  readonly bytes: Buffer;
  /** The bytes as they came, if that was gzip: they can be kept as they are. */
  readonly gzip?: Buffer;
}

const inflate = promisify(gunzip);

/**
 * Decompresses what needs it, known by its first bytes and not by its name (servers and people rename
 * files): gzip, zip (every `.json` file in it), anything else as it is.
 *
 * @throws FoeprintError A404 to A409
 */
export async function unpack(bytes: Buffer, location: string, limits: Limits): Promise<readonly Unpacked[]> {
  if (bytes.length === 0) throw refusal('empty', 'It holds no bytes.', { file: location });
  if (isGzip(bytes)) return [await unpackGzip(bytes, location, limits)];
  if (startsWith(bytes, [0x50, 0x4b])) {
    // Few sources are zip archives: only those pay for the library.
    const { unpackZip } = await import('./unpack-zip.ts');
    return await unpackZip(bytes, location, limits);
  }
  return [{ location, bytes }];
}

/**
 * The same where any file of an archive may be wanted: of zip and tar, also as gzip, those that `takes` names; of anything
 * else the file itself.
 *
 * @throws FoeprintError A404 to A409, A419, A440
 */
export async function unpackFiles(
  bytes: Buffer,
  location: string,
  limits: Limits,
  takes: (name: string) => boolean,
): Promise<{ readonly files: readonly Unpacked[]; readonly isCollection: boolean }> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { unpackEntriesOfZip } = await import('./unpack-zip.ts');
    return { files: await unpackEntriesOfZip(bytes, location, limits, takes), isCollection: true };
  }
  if (bytes.length === 0) throw refusal('empty', 'It holds no bytes.', { file: location });
  const plain = isGzip(bytes) ? (await unpackGzip(bytes, location, limits)).bytes : bytes;
  return isTar(plain)
    ? { files: unpackTar(plain, location, limits, takes), isCollection: true }
    : { files: [{ location, bytes: plain }], isCollection: false };
}

/** Whether bytes begin as an archive of files that {@link unpackFiles} takes apart; gzip is looked at when it is unpacked. */
export function isArchive(head: Buffer): boolean {
  // Texts may begin with “PK”.
  return startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6]) || isTar(head);
}

/** Whether bytes begin as gzip. */
export function isGzip(head: Buffer): boolean {
  return startsWith(head, [0x1f, 0x8b]);
}

/** Whether an archive that has an entry of this name is a document of an Office program. */
export function isOfOffice(entry: string): boolean {
  return /^(?:\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/u.test(entry);
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

async function unpackGzip(gzip: Buffer, location: string, limits: Limits): Promise<Unpacked> {
  const most = mostUnpacked(gzip.length, limits);
  // The last four bytes hold the size modulo 4 GiB (RFC 1952). If that is true, one chunk does it all; if
  // it is a lie, the limit still holds.
  const claimed = gzip.length < 18 ? 0 : gzip.readUInt32LE(gzip.length - 4);
  const chunkSize = Math.max(64 * 1024, Math.min(claimed + 1, most));
  try {
    const bytes = await inflate(gzip, { chunkSize, maxOutputLength: most });
    return { location, bytes, gzip };
  } catch (error) {
    throw gzipRefusal(error, gzip.length, location, limits);
  }
}

function gzipRefusal(error: unknown, compressed: number, location: string, limits: Limits): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE') return overgrown(compressed, location, limits);
  const what = code === 'Z_BUF_ERROR' ? 'stops in the middle' : 'is damaged';
  return refusal('broken-gzip', `The gzip data ${what}.`, { file: location });
}

/** The refusal of what grows over the limit when unpacked. */
export function overgrown(compressed: number, location: string, limits: Limits): Error {
  const most = mostUnpacked(compressed, limits);
  if (most === limits.maximumBytes) return tooLarge(location, limits);
  const sizes = `${formatBytes(compressed)} become more than ${formatBytes(most)}`;
  return refusal('expands-too-much', `${sizes}; unpacking was stopped there.`, { file: location });
}
