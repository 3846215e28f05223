/** Bytes of a PNG before its first chunk after the header: signature, and `IHDR` with its length and checksum. */
const AFTER_HEADER = 8 + 25;

/** A PNG whose data say how far it may go: a `tEXt` chunk `Marking` (PNG, third edition, section 11.3.3.2) behind its header. */
export function markPng(picture: Uint8Array, marking: string): Uint8Array {
  const content = Uint8Array.from(`tEXtMarking\0${marking}`, (character) => character.charCodeAt(0) & 0xff);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, checksum(content));
  const marked = new Uint8Array(picture.length + chunk.length);
  marked.set(picture.subarray(0, AFTER_HEADER));
  marked.set(chunk, AFTER_HEADER);
  marked.set(picture.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return marked;
}

/** CRC-32 as PNG wants it, bit by bit: a chunk has a few dozen bytes. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}
