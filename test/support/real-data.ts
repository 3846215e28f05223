import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AboutDelivery } from '../../src/intake/index.ts';

const SHARED = new URL('../../../shared/data/', import.meta.url);

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

/** What the home that tests share holds, in the order in which it is loaded. */
export const REAL_HOME_FILES = [
  'attack/enterprise-attack-17.1.json.gz',
  'attack/enterprise-attack-18.1.json.gz',
  ...GALAXY_FILES,
];

/** Whether these files of real data lie beside the project; says so where they do not, because tests are then skipped. */
export function hasRealFiles(...files: readonly string[]): boolean {
  const missing = files.filter((file) => !existsSync(realFile(file)));
  if (missing.length > 0)
    console.warn(
      `Skipping tests on real data: no ${missing.join(', ')} in ../shared/data beside the project.`,
    );
  return missing.length === 0;
}

/** Whether the real data that most tests use is there. */
export const hasRealData: boolean = hasRealFiles(...REAL_HOME_FILES);

/** Where a file of the real data is. */
export function realFile(file: string): string {
  return fileURLToPath(new URL(file, SHARED));
}

/** The bytes of a file of the real data, decompressed. */
export function realBytes(file: string): Buffer {
  const bytes = readFileSync(realFile(file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** A file of the real data, parsed, and what whoever read its bytes knows. */
export function realDocument(file: string): { readonly parsed: unknown; readonly about: AboutDelivery } {
  const bytes = realBytes(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { parsed: JSON.parse(bytes.toString()), about: { location: file, sha256, bytes: bytes.length } };
}
