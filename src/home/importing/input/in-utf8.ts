import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PreparedInput } from './prepared-input.ts';

/** The same input in UTF-8, where its first bytes, or whoever knows it, say that it is in another encoding. */
export async function inUtf8(
  input: PreparedInput,
  asked: 'latin-1' | 'utf-16' | undefined,
  folder: string,
): Promise<PreparedInput> {
  const [first, second] = input.head;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  const encoding = marked || (asked === undefined ? '' : NAMES[asked]);
  if (encoding === '') return input;
  const path = join(folder, 'in-utf-8');
  const decoder = new TextDecoder(encoding);
  const decoded = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  await pipeline(createReadStream(input.path), decoded, createWriteStream(path, { mode: 0o600 }));
  return { ...input, path, head: Buffer.from(new TextDecoder(encoding).decode(input.head)) };
}

const NAMES = { 'latin-1': 'latin1', 'utf-16': 'utf-16le' } as const;
