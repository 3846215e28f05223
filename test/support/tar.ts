/** A file of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly text: string;
}

const BLOCK = 512;

/** The files of a tar archive (POSIX ustar, and GNU long names), as UTF-8 text. */
export function textFilesOfTar(archive: Uint8Array): readonly TarEntry[] {
  const files: TarEntry[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length;) {
    const field = (from: number, length: number): string =>
      Buffer.from(archive.subarray(at + from, at + from + length))
        .toString('utf8')
        .replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const content = Buffer.from(archive.subarray(at + BLOCK, at + BLOCK + size)).toString('utf8');
    const type = field(156, 1);
    if (type === 'L') longName = content.replace(/\0.*$/s, '');
    else {
      if (type === '0' || type === '') {
        const name = longName ?? [field(345, 155), field(0, 100)].filter((part) => part !== '').join('/');
        if (name !== '') files.push({ name, text: content });
      }
      longName = undefined;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** How an archive writes names that are too long for a header. */
export type LongNames = 'gnu' | 'pax';

/** A tar archive of some files (POSIX.1-1988 ustar); longer names as GNU tar or POSIX.1-2001 write them. */
export function tarOf(files: readonly TarEntry[], longNames: LongNames = 'gnu'): Buffer {
  const blocks = files.flatMap(({ name, text }) => {
    const long = Buffer.byteLength(name) <= 100 ? [] : [longNameBlocks(name, longNames)];
    return [
      ...long.flat(),
      header(name.slice(0, 100), Buffer.byteLength(text), '0'),
      padded(Buffer.from(text)),
    ];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function longNameBlocks(name: string, how: LongNames): readonly Buffer[] {
  if (how === 'gnu') {
    const bytes = Buffer.from(`${name}\0`);
    return [header('././@LongLink', bytes.length, 'L'), padded(bytes)];
  }
  const rest = ` path=${name}\n`;
  let length = Buffer.byteLength(rest) + 2;
  while (`${length}`.length + Buffer.byteLength(rest) !== length) length++;
  const bytes = Buffer.from(`${length}${rest}`);
  return [header('PaxHeaders/file', bytes.length, 'x'), padded(bytes)];
}

function header(name: string, size: number, type: string): Buffer {
  const bytes = Buffer.alloc(BLOCK);
  bytes.write(name, 0);
  bytes.write('0000644\0', 100);
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  bytes.write('        ', 148);
  bytes.write(type, 156);
  bytes.write('ustar\u000000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}
