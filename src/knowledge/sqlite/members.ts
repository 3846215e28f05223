import { endianness } from 'node:os';

/** The stored numbers of a source's objects, as bytes: 32-bit little-endian, ascending. */
export function encodeMembers(members: Int32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(members.length * 4));
  for (const [index, stored] of members.entries()) bytes.setInt32(index * 4, stored, true);
  return new Uint8Array(bytes.buffer);
}

/** Reads what {@link encodeMembers} wrote; nothing where there are no bytes. */
export function decodeMembers(bytes: unknown): Int32Array {
  if (!(bytes instanceof Uint8Array)) return new Int32Array(0);
  // A copy begins at a multiple of four, as typed arrays need. On the rare big-endian machine the bytes are turned round.
  const own = Buffer.from(new Uint8Array(bytes).buffer);
  if (endianness() === 'BE') own.swap32();
  return new Int32Array(own.buffer, own.byteOffset, own.byteLength >> 2);
}
