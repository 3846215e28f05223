import { toUtf8 } from '../../text/index.ts';
import type { ModifierOf } from '../rule/modifiers.ts';

type Encoding = ModifierOf<'encoding'>;

/** What a text becomes by encodings, one after the other; several texts where it may stand in several ways. */
export function encoded(text: string, encodings: readonly Encoding[]): readonly string[] {
  let all: readonly Encoded[] = [{ text, bytes: toUtf8(text) }];
  for (const encoding of encodings) all = all.flatMap((one) => ENCODERS[encoding](one));
  return all.map(({ bytes }) => asCharacters(bytes));
}

interface Encoded {
  /** Known as long as nothing has made bytes of it. */
  readonly text?: string;
  readonly bytes: Uint8Array;
}

const ENCODERS: Readonly<Record<Encoding, (one: Encoded) => readonly Encoded[]>> = {
  base64: ({ bytes }) => [{ bytes: toUtf8(base64(bytes)) }],
  base64offset: ({ bytes }) => [0, 1, 2].map((offset) => ({ bytes: toUtf8(base64At(bytes, offset)) })),
  utf16le: (one) => [{ bytes: utf16(one, [0, 1]) }],
  wide: (one) => [{ bytes: utf16(one, [0, 1]) }],
  utf16be: (one) => [{ bytes: utf16(one, [1, 0]) }],
  utf16: (one) => [{ bytes: joined([0xff, 0xfe], utf16(one, [0, 1])) }],
};

function utf16({ text, bytes }: Encoded, order: readonly [low: number, high: number]): Uint8Array {
  const characters = text ?? asCharacters(bytes);
  const wide = new Uint8Array(characters.length * 2);
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    wide[at * 2 + order[0]] = code & 0xff;
    wide[at * 2 + order[1]] = code >> 8;
  }
  return wide;
}

function joined(before: ArrayLike<number>, bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(before.length + bytes.length);
  all.set(before);
  all.set(bytes, before.length);
  return all;
}

function asCharacters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** As RFC 4648 has it, section 4. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((group >> shift) & 63)).join('');
    const given = bytes.length - at;
    text += given >= 3 ? digits : digits.slice(0, given + 1).padEnd(4, '=');
  }
  return text;
}

/** The digits that stay the same whatever stands before and behind, when this many bytes stand before. */
function base64At(bytes: Uint8Array, offset: number): string {
  const digits = base64(joined(new Uint8Array(offset), bytes));
  const from = [0, 2, 3][offset] ?? 0;
  const cut = [0, 3, 2][(bytes.length + offset) % 3] ?? 0;
  return digits.slice(from, digits.length - cut);
}
