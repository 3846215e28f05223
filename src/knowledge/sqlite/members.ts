/** The stored numbers of what a source told, as bytes: 32-bit little-endian, ascending. */
export function encodeMembers(members: Int32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(members.length * 4));
  for (const [index, stored] of members.entries()) bytes.setInt32(index * 4, stored, true);
  return new Uint8Array(bytes.buffer);
}

/** Reads what {@link encodeMembers} wrote. */
export function decodeMembers(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength >> 2 }, (_, index) => view.getInt32(index * 4, true));
}
