import { crc32 } from 'node:zlib';

/** Bytes of the checksum. */
const LENGTH = 4;

/** Bytes with their checksum behind them. */
export function sealed(bytes: Uint8Array): Uint8Array {
  const seal = new Uint8Array(bytes.length + LENGTH);
  seal.set(bytes);
  new DataView(seal.buffer).setUint32(bytes.length, crc32(bytes), true);
  return seal;
}

/** The bytes that {@link sealed} was given; undefined where they are not all there as they were. */
export function unsealed(seal: Uint8Array): Uint8Array | undefined {
  const length = seal.length - LENGTH;
  if (length < 0) return undefined;
  const bytes = new Uint8Array(seal.buffer, seal.byteOffset, length);
  const checksum = new DataView(seal.buffer, seal.byteOffset + length).getUint32(0, true);
  return crc32(bytes) === checksum ? bytes : undefined;
}
