import { crc32, deflateRawSync } from 'node:zlib';

interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Size to claim; default the true one. */
  readonly claimedSize?: number;
}

/** A zip archive of some files (APPNOTE.TXT 4.3: local headers, central directory, its end). */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const packed = deflateRawSync(file.bytes);
    const common = commonHeader(file, name, packed);
    const local = Buffer.concat([littleEndian([0x04034b50, 4]), common, name, packed]);
    directory.push(
      littleEndian([0x02014b50, 4], [20, 2]),
      common,
      littleEndian([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = files.length;
  return Buffer.concat([
    ...locals,
    central,
    littleEndian(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [central.length, 4],
      [offset, 4],
      [0, 2],
    ),
  ]);
}

function commonHeader(file: ZipFile, name: Buffer, packed: Buffer): Buffer {
  const size = file.claimedSize ?? file.bytes.length;
  return littleEndian(
    [20, 2],
    [0, 2],
    [8, 2],
    [0, 2],
    [0x21, 2],
    [crc32(file.bytes), 4],
    [packed.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
}

function littleEndian(...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
