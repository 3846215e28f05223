import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { rulePack } from '../../test/support/rule-pack.ts';

const SHARED = '../shared/data';
const FILES = [
  'attack/enterprise-attack-18.1.json.gz',
  ...['producer', 'sector', 'target-information', 'threat-actor', 'microsoft-activity-group'].map(galaxy),
  ...['tidal-groups', 'tidal-campaigns', 'ransomware'].map(galaxy),
];

function galaxy(name: string): string {
  return `misp-galaxy/${name}.json.gz`;
}

/** ATT&CK Enterprise 18.1 with all galaxies, in memory. */
export function openWorld(): Desk {
  const base = new MemoryKnowledgeBase();
  for (const file of FILES) {
    const location = `${SHARED}/${file}`;
    const bytes = gunzipSync(readFileSync(location));
    const about = { location: file, sha256: '0'.repeat(64), bytes: bytes.length };
    base.ingest(readDocument(JSON.parse(bytes.toString()), about), '2026-01-01T00:00:00.000Z');
  }
  const view = base.view();
  return { view, model: evaluate(rulePack('standard'), view.facts) };
}
