import { refusal } from '../issues.ts';
import type { Limits } from '../limits.ts';
import { tooManyFiles } from '../read-bytes.ts';
import type { Unpacked } from './unpack.ts';

const BLOCK = 512;

/** Whether bytes begin as a tar archive: POSIX ustar and GNU write a mark into every header. */
export function isTar(bytes: Buffer): boolean {
  return bytes.length >= BLOCK && bytes.toString('latin1', 257, 262) === 'ustar';
}

/**
 * The files of a tar archive (POSIX ustar and pax, GNU long names), in its order; folders, links and devices are left out. The bytes are
 * those of the archive itself, not copies.
 *
 * @param takes whether a file is wanted, by its name
 * @throws FoeprintError A440 where the archive is damaged or a name leads out of it, A419 where it has too many files
 */
export function unpackTar(
  archive: Buffer,
  location: string,
  limits: Limits,
  takes: (name: string) => boolean,
): readonly Unpacked[] {
  const files: Unpacked[] = [];
  let override: Readonly<Record<string, string>> = {};
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = Number(override['size'] ?? numberAt(header, 124, 12));
    const end = at + BLOCK + size;
    if (!hasItsChecksum(header) || !Number.isSafeInteger(size) || size < 0 || end > archive.length)
      throw refusal('broken-tar', `The tar archive is damaged at byte ${at}.`, { file: location });
    const content = archive.subarray(at + BLOCK, end);
    const type = header.toString('latin1', 156, 157);
    if (type === 'L') override = { ...override, path: textAt(content, 0, content.length) };
    else if (type === 'x') override = { ...override, ...recordsOf(content) };
    else {
      const name = override['path'] ?? nameIn(header);
      if ((type === '0' || type === '\0') && takes(name)) {
        if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(name))
          throw refusal('broken-tar', `The name of a file leads out of it: \`${name}\`.`, { file: location });
        if (files.length === limits.maximumFiles) throw tooManyFiles(location, limits);
        files.push({ location: `${location}!${name.replace(/^\.\//u, '')}`, bytes: content });
      }
      if (type !== 'g') override = {};
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function nameIn(header: Buffer): string {
  // GNU has times where ustar has the beginning of long names.
  const isPosix = header.toString('latin1', 257, 263) === 'ustar\0';
  return [isPosix ? textAt(header, 345, 155) : '', textAt(header, 0, 100)]
    .filter((part) => part !== '')
    .join('/');
}

function textAt(bytes: Buffer, from: number, length: number): string {
  const end = bytes.indexOf(0, from);
  return bytes.toString('utf8', from, end === -1 || end > from + length ? from + length : end);
}

/** An octal number; GNU writes what is too large for that as binary, which no file within our limits is. */
function numberAt(header: Buffer, from: number, length: number): number {
  const text = header
    .toString('latin1', from, from + length)
    .replace(/\0.*$/su, '')
    .trim();
  return /^[0-7]*$/u.test(text) ? Number.parseInt(text || '0', 8) : NaN;
}

/** The sum of all bytes of a header, its own eight taken for spaces. */
function hasItsChecksum(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
  return numberAt(header, 148, 8) === sum;
}

/** Records of a pax header: `30 path=rules/a.yml\n`, the number being the length in bytes of all of it. */
function recordsOf(content: Buffer): Readonly<Record<string, string>> {
  const records: [string, string][] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = space === -1 ? 0 : Number(content.toString('latin1', at, space));
    if (!Number.isInteger(length) || length <= space - at) break;
    // The last byte of a record is a line end.
    const [name = '', ...value] = content.toString('utf8', space + 1, at + length - 1).split('=');
    if (name === 'path' || name === 'size') records.push([name, value.join('=')]);
    at += length;
  }
  return Object.fromEntries(records);
}
