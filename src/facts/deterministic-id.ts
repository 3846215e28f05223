import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Namespace of the ids that Foeprint makes; a random UUID that must never change. */
const NAMESPACE = hexToBytes('3f6c1d0ae2b44c5f9a7d8e51c0b26f94');

/**
 * A STIX id that the same parts always give: UUID version 5 (RFC 9562, section 5.5) of the type and the parts
 * within Foeprint's namespace. Parts are kept apart, so (`a`, `bc`) and (`ab`, `c`) differ.
 */
export function deterministicId(type: string, ...parts: readonly string[]): string {
  return deterministicIdOf(type, parts);
}

/** {@link deterministicId} of any number of parts. */
export function deterministicIdOf(type: string, parts: readonly string[]): string {
  return `${type}--${deterministicUuid(type, parts)}`;
}

/** The UUID of a {@link deterministicId}, for what is named by that alone. */
export function deterministicUuid(type: string, parts: readonly string[]): string {
  const name = utf8ToBytes(JSON.stringify([type, ...parts]));
  const digest = sha1(concatBytes(NAMESPACE, name)).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(digest);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
