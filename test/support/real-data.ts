import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { readBundle, type AboutDelivery } from '../../src/intake/index.ts';
import type { Delivery } from '../../src/facts/index.ts';

const SHARED = new URL('../../../shared/data/', import.meta.url);

/** Whether the real data lies beside the project; says so, once a test file, where it does not. */
export const hasRealData: boolean = existsSync(SHARED);
if (!hasRealData)
  console.warn('Skipping the tests on real data: there is no ../shared/data beside the project.');

/** The bytes of a file of the real data, decompressed. */
export function realBytes(file: string): Buffer {
  const bytes = readFileSync(new URL(file, SHARED));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Reads a bundle of the real data. */
export function readReal(file: string, more: Partial<AboutDelivery> = {}): Delivery {
  const bytes = realBytes(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readBundle(JSON.parse(bytes.toString()), { location: file, sha256, bytes: bytes.length, ...more });
}
