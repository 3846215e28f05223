/** Bytes changed, cut out, repeated or put in. */
export function broken(sound: Buffer, chance: () => number): Buffer {
  let bytes = Buffer.from(sound);
  for (let times = 1 + Math.floor(4 * chance()); times > 0; times--) {
    const at = Math.floor(chance() * bytes.length);
    const length = Math.floor(chance() * 40);
    const parts = [
      [bytes.subarray(0, at), Buffer.from([Math.floor(256 * chance())]), bytes.subarray(at + 1)],
      [bytes.subarray(0, at), bytes.subarray(at + length)],
      [bytes.subarray(0, at + length), bytes.subarray(at)],
      [bytes.subarray(0, at), Buffer.from('\u0000<<\u202e/<td>&#x110000;'), bytes.subarray(at)],
    ];
    bytes = Buffer.concat(parts[Math.floor(chance() * parts.length)] ?? [bytes]);
  }
  return bytes;
}
