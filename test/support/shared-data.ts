import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AboutDelivery } from '../../src/intake/index.ts';

/** Folder with real data for tests; absent on most machines. */
const SHARED = join(import.meta.dirname, '../../../shared/data');

/** Whether these files of real data are there; says so where they are not, because tests are then skipped. */
export function hasShared(...files: readonly string[]): boolean {
  const missing = files.filter((file) => !existsSync(join(SHARED, file)));
  if (missing.length > 0)
    console.warn(`Tests on real data are skipped: no ${missing.join(', ')} in ${SHARED}.`);
  return missing.length === 0;
}

/** A file of real data, parsed, and what whoever read its bytes knows. */
export function readShared(file: string): {
  readonly parsed: unknown;
  readonly text: string;
  readonly about: AboutDelivery;
} {
  const told = readFileSync(join(SHARED, file));
  const bytes = file.endsWith('.gz') ? gunzipSync(told) : told;
  const text = bytes.toString('utf8');
  const parsed: unknown = JSON.parse(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { parsed, text, about: { location: file, sha256, bytes: bytes.length } };
}

/** The clusters of MISP galaxy that are read in full. */
export const GALAXY_FILES = [
  'threat-actor',
  'microsoft-activity-group',
  'tidal-groups',
  'tidal-campaigns',
  'producer',
  'sector',
  'target-information',
  'ransomware',
].map((name) => `misp-galaxy/${name}.json.gz`);
