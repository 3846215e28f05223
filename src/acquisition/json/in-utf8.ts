import { refusal } from '../issues.ts';

/** How UTF-16 begins: with a mark, or with a character below U+0100 as every JSON text does. */
const BEGINNINGS: readonly {
  readonly encoding: 'utf-16le' | 'utf-16be';
  readonly begins: (bytes: Buffer) => boolean;
}[] = [
  { encoding: 'utf-16le', begins: (bytes) => bytes[0] === 0xff && bytes[1] === 0xfe && !isZero(bytes, 2, 3) },
  { encoding: 'utf-16be', begins: (bytes) => bytes[0] === 0xfe && bytes[1] === 0xff },
  {
    encoding: 'utf-16le',
    begins: (bytes) => !isZero(bytes, 0) && isZero(bytes, 1) && !isZero(bytes, 2) && isZero(bytes, 3),
  },
  {
    encoding: 'utf-16be',
    begins: (bytes) => isZero(bytes, 0) && !isZero(bytes, 1) && isZero(bytes, 2) && !isZero(bytes, 3),
  },
];

function isZero(bytes: Buffer, ...places: readonly number[]): boolean {
  return places.every((place) => bytes[place] === 0);
}

/**
 * The bytes of a text as UTF-8 without a byte order mark: UTF-16, which Windows programs write, is carried over, with or without
 * its mark. What is neither is given back as it is.
 *
 * @throws FoeprintError A410 where it begins as UTF-16 but is damaged
 */
export function inUtf8(bytes: Buffer, location: string): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const encoding = bytes.length < 4 ? undefined : BEGINNINGS.find(({ begins }) => begins(bytes))?.encoding;
  if (encoding === undefined) return bytes;
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), 'utf8');
  } catch {
    throw refusal('not-utf8', 'It begins as UTF-16 but is damaged.', { file: location });
  }
}
