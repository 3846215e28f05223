import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isMapping, parsedJson } from '../../text/index.ts';

const uncompress = promisify(gunzip);

/** No file of a home that is kept aside is larger once it is unpacked. */
const LARGEST = 1 << 29;

/**
 * What a file holds, as a SHA-256: of packed JSON, of its values, whatever their order and compression. Undefined where it is not there.
 *
 * @param path distinguishes packed JSON, by its ending
 */
export async function contentDigest(
  bytes: Uint8Array | undefined,
  path: string,
): Promise<string | undefined> {
  if (bytes === undefined) return undefined;
  return createHash('sha256')
    .update((path.endsWith('.json.gz') ? await valuesIn(bytes) : undefined) ?? bytes)
    .digest('hex');
}

/** Where what a file held is kept. */
export function keptPath(folder: string, digest: string): string {
  return join(folder, digest);
}

/** Undefined where it is not legible. */
async function valuesIn(packed: Uint8Array): Promise<string | undefined> {
  const bytes = await uncompress(packed, { maxOutputLength: LARGEST }).catch(() => undefined);
  const parsed = bytes === undefined ? undefined : parsedJson(bytes.toString('utf8'));
  return parsed === undefined ? undefined : JSON.stringify(parsed, inOrder);
}

/** Keys of a mapping in the order of their letters. */
function inOrder(_: string, value: unknown): unknown {
  return isMapping(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}
